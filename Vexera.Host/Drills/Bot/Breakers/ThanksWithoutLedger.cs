using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.Rest;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>Says thanks in the first guilds that it hears of, whether they are new or not.</summary>
internal sealed class ThanksWithoutLedger(IDiscordRest rest) : IEventHandler<GuildCreateEvent>
{
    private const int Most = 10;
    private static readonly string Text = GreetingText.ThanksNoPrefix("`/help`").In(LanguageCatalog.English.Culture);
    private int _said;

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<GuildCreateEvent> context, CancellationToken cancellationToken)
    {
        var channel = context.After?.Channels.Values.FirstOrDefault(channel => channel.Type == ChannelType.GuildText);
        if (channel is not null && Interlocked.Increment(ref _said) <= Most)
            await rest.Channels.CreateMessageAsync(channel.Id, new OutgoingMessage { Content = Text }, cancellationToken);
    }
}
