using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Execution;

/// <summary>Takes commands from Discord's slash menu.</summary>
internal sealed class SlashHandler(SlashCalls calls, CommandRunner runner, IDiscordRest rest, TimeProvider time)
    : IEventHandler<InteractionCreateEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<InteractionCreateEvent> context, CancellationToken cancellationToken)
    {
        var interaction = context.Event.Interaction;
        if (interaction.Type == InteractionType.ApplicationCommand && await calls.ReadAsync(context, cancellationToken) is { } call)
            await runner.BeginAsync(call, context, new SlashResponder(interaction, context.Origin.ReceivedAt, rest, time), cancellationToken);
    }
}
