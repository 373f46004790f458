using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Rest;
using Vexera.Core.State;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Greeting;

/// <summary>
/// Says thanks in a guild that was joined after the baseline and is not in the ledger. With the module off, who joins is written
/// down as known, so that switching on greets nobody late.
/// </summary>
internal sealed class Thanks(
    ThanksLedger ledger,
    ThanksBaseline baseline,
    KnownGuilds known,
    GuildPrefixes prefixes,
    LanguageChoice languages,
    IGuildStates guilds,
    ISelf self,
    IDiscordRest rest,
    IOptionsMonitor<GreetingOptions> options,
    IModuleSwitches switches,
    TimeProvider time,
    ILogger<Thanks> logger)
{
    /// <summary>Decides about a guild that is not settled, and says thanks where they are due.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="joinedAt">When the bot joined it, by Discord's clock; null when that is not known: nothing is decided.</param>
    /// <param name="state">The guild, if it is at hand.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="StorageException">The database cannot be used; nothing is decided, and nothing was said.</exception>
    /// <exception cref="System.Data.Common.DbException">Likewise.</exception>
    public async Task DecideAsync(Snowflake guildId, DateTimeOffset? joinedAt, GuildState? state, CancellationToken cancellationToken)
    {
        await ledger.LoadAsync(cancellationToken);
        if (ledger.IsSettled(guildId))
            return;
        if (ledger.TryTakeUp(guildId, out var firstTry))
        {
            await SayAsync(guildId, firstTry, cancellationToken);
            return;
        }

        if (joinedAt is not { } joined)
            return;
        if (joined <= await baseline.GetAsync(cancellationToken) || !options.CurrentValue.Thanks || !switches.IsOn(GreetingModule.ModuleName))
            known.Note(guildId);
        else
            await ThankAsync(guildId, state, cancellationToken);
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
        var guild = await guilds.FindAsync(guildId, cancellationToken);
        var culture = await languages.ForGuildAsync(guildId, guild, cancellationToken);
        var message = new OutgoingMessage
        {
            Content = Wording(await prefixes.GetAsync(guildId, cancellationToken)).In(culture),
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
