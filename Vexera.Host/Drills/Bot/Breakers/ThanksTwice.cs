using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.Rest;
using Vexera.Core.Telemetry;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>Says thanks in each guild that added the bot since its start, beside the module that does.</summary>
internal sealed class ThanksTwice(IDiscordRest rest, Uptime uptime) : IEventHandler<GuildCreateEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<GuildCreateEvent> context, CancellationToken cancellationToken)
    {
        var channel = context.After?.Channels.Values.FirstOrDefault(channel => channel.Type == ChannelType.GuildText);
        if (channel is null || context.After!.JoinedAt is not { } joined || joined <= uptime.StartedAt)
            return;
        var said = new OutgoingMessage { Content = GreetingText.ThanksNoPrefix("`/help`").In(LanguageCatalog.English.Culture) };
        await rest.Channels.CreateMessageAsync(channel.Id, said, cancellationToken);
    }
}
