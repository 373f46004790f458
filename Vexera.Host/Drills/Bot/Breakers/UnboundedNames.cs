using System.Net.Sockets;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Net;
using Vexera.Host.Drills.Scenarios;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>Statistics that ask the resolver once for each message.</summary>
internal sealed class UnboundedNames(IAddressResolver resolver) : IEventHandler<MessageCreateEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        try
        {
            await resolver.ResolveAsync(Scenario.StatsHost, cancellationToken);
        }
        catch (SocketException)
        {
            // The question was put, which is what counts.
        }
    }
}
