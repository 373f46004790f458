using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Core.State;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>
/// Looks, before a ban is lifted at its end, whether it is still the one that ends: while the bot was away somebody may have lifted
/// it and banned anew. What is found becomes cases, so that the old end is nobody's any more.
/// </summary>
internal sealed class BanReview(
    CaseStore cases, CaseLedger ledger, AuditMerge merge, AuditAccess access, IGuildStates guilds, IDiscordRest rest, IDiscordClock clock)
{
    // Discord's clock is known to a second or so.
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(5);

    private const int MostCases = 50;

    /// <summary>Looks.</summary>
    /// <param name="ban">The ban whose time is over; nothing is locked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DiscordRestException">It cannot be seen.</exception>
    /// <exception cref="DiscordUnreachableException">Likewise.</exception>
    /// <exception cref="Storage.StorageException">The database cannot be used.</exception>
    public async Task RunAsync(Punishment ban, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(ban.GuildId, ban.CaseNumber, cancellationToken) is not { } set)
            return;
        var guild = await guilds.FindAsync(ban.GuildId, cancellationToken);
        if (!access.ReadsAuditLog(guild) || !await ReadAuditLogAsync(set, cancellationToken))
            await CompareReasonAsync(ban, set, cancellationToken);
    }

    // False when the bot may not read it.
    private async Task<bool> ReadAuditLogAsync(Case set, CancellationToken cancellationToken)
    {
        try
        {
            var bans = await ListAsync(set, AuditLogAction.MemberBanAdd, cancellationToken);
            if (bans.Count == 0)
                return true;
            var lifts = await ListAsync(set, AuditLogAction.MemberBanRemove, cancellationToken);
            foreach (var entry in bans.Concat(lifts).OrderBy(entry => entry.Id))
                await merge.ApplyAsync(set.GuildId, entry, cancellationToken);
            return true;
        }
        catch (DiscordRestException e) when (DiscordErrorCodes.IsNotAllowed(e.Code))
        {
            return false;
        }
    }

    private Task<IReadOnlyList<AuditLogEntry>> ListAsync(Case set, AuditLogAction action, CancellationToken cancellationToken) => rest.AuditLogs.GetAsync(
        set.GuildId,
        new AuditLogQuery { TargetId = set.TargetId, Action = action, After = Snowflake.At(set.CreatedAt + clock.Ahead + ClockError) },
        cancellationToken);

    private async Task CompareReasonAsync(Punishment ban, Case set, CancellationToken cancellationToken)
    {
        if (await merge.FindBanAsync(ban.GuildId, ban.UserId, cancellationToken) is not { } now || await IsOfAsync(set, now.Reason ?? "", cancellationToken))
            return;
        await ledger.EndAsync(ban, CaseEnding.Lifted, null, cancellationToken);
        await merge.BannedAsync(ban.GuildId, now.User, cancellationToken);
    }

    // The case may have changed the end of a ban before it, which stands in Discord under its own reason.
    private async Task<bool> IsOfAsync(Case set, string reason, CancellationToken cancellationToken)
    {
        var before = (await cases.ListAsync(set.GuildId, set.TargetId, 0, MostCases, cancellationToken))
            .Where(one => one.Type == CaseType.Ban && one.Number < set.Number)
            .TakeWhile(one => one.Ending == CaseEnding.Replaced);
        return before.Prepend(set).Any(one => Wrote(one, reason));
    }

    // A case's reason can be changed afterwards; who was the moderator cannot.
    private static bool Wrote(Case one, string reason) =>
        one.Notes.HasFlag(CaseNotes.TakenOver)
        || (one.AuditEntryId is null && one.ModeratorId is not null
            ? reason.StartsWith(AuditReason.Of(one.ModeratorId, one.ModeratorName, null), StringComparison.Ordinal)
            : reason == (one.Reason ?? ""));
}
