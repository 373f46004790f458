using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Greeting;

/// <summary>
/// Says thanks in a guild that was joined after the baseline and is not in the ledger; every other GUILD_CREATE, at boot, after
/// an outage or a resume, is a look into a set. Runs with the module off too: who joins then is written down as known, so that
/// switching on greets nobody late.
/// </summary>
internal sealed class ThanksHandler(
    ThanksLedger ledger,
    ThanksBaseline baseline,
    KnownGuilds known,
    GuildPrefixes prefixes,
    IGuildStates guilds,
    ISelf self,
    IDiscordRest rest,
    IOptionsMonitor<GreetingOptions> options,
    TimeProvider time,
    ILogger<ThanksHandler> logger) : IEventHandler<GuildCreateEvent>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<GuildCreateEvent> context, CancellationToken cancellationToken) =>
        context.GuildId is not { } guildId || ledger.IsSettled(guildId)
            ? ValueTask.CompletedTask
            : DecideAsync(guildId, context, cancellationToken);

    private async ValueTask DecideAsync(Snowflake guildId, EventContext<GuildCreateEvent> context, CancellationToken cancellationToken)
    {
        await ledger.LoadAsync(cancellationToken);
        if (ledger.IsSettled(guildId))
            return;
        if (ledger.TryTakeUp(guildId, out var firstTry))
        {
            await SayAsync(guildId, firstTry, cancellationToken);
            return;
        }

        if ((context.After?.JoinedAt ?? context.Event.Guild.JoinedAt) is not { } joinedAt)
            return;
        if (joinedAt <= await baseline.GetAsync(cancellationToken) || options.CurrentValue is not { Enabled: true, Thanks: true })
            known.Note(guildId);
        else
            await ThankAsync(guildId, context.After, cancellationToken);
    }

    private async Task ThankAsync(Snowflake guildId, GuildState? guild, CancellationToken cancellationToken)
    {
        guild ??= await guilds.FindAsync(guildId, cancellationToken);
        var channel = guild is null || self.User is not { } bot ? null : ThanksChannel.Choose(guild, bot.Id, time.GetUtcNow());
        if (!await ledger.ClaimAsync(guildId, channel, cancellationToken))
            return;
        if (channel is { } chosen)
        {
            await SayAsync(guildId, chosen, cancellationToken);
            return;
        }

        GreetingLog.NoChannel(logger, guildId);
        await ledger.CloseAsync(guildId, ThanksOutcome.NoChannel, cancellationToken);
    }

    private async Task SayAsync(Snowflake guildId, Snowflake channel, CancellationToken cancellationToken)
    {
        var outcome = await TrySayAsync(guildId, channel, cancellationToken);
        await ledger.CloseAsync(guildId, outcome, cancellationToken);
    }

    private async Task<string> TrySayAsync(Snowflake guildId, Snowflake channel, CancellationToken cancellationToken)
    {
        var message = new OutgoingMessage
        {
            Content = Wording(await prefixes.GetAsync(guildId, cancellationToken)).In(CultureInfo.InvariantCulture),
            Nonce = string.Create(CultureInfo.InvariantCulture, $"t{guildId.Value}"),
            EnforceNonce = true,
        };
        try
        {
            await rest.Channels.CreateMessageAsync(channel, message, cancellationToken);
            GreetingLog.Thanked(logger, guildId, channel);
            return ThanksOutcome.Said;
        }
        catch (DiscordRestException e)
        {
            GreetingLog.NotThanked(logger, e, guildId, channel);
            return ThanksOutcome.Refused;
        }
        catch (DiscordUnreachableException e)
        {
            GreetingLog.NotThanked(logger, e, guildId, channel);
            return ThanksOutcome.Unreachable;
        }
    }

    private static Text Wording(string? prefix) => prefix is null
        ? GreetingText.ThanksNoPrefix(InlineCode.Of("/help"))
        : GreetingText.Thanks(InlineCode.Of(prefix), InlineCode.Of(prefix + "help"), InlineCode.Of(prefix + "prefix"));
}
