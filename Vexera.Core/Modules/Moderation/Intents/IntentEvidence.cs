using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Rest;
using Vexera.Core.State;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Moderation.Intents;

/// <summary>Whether Discord did what it was asked.</summary>
internal enum Evidence
{
    /// <summary>It did.</summary>
    Done,

    /// <summary>It did not.</summary>
    NotDone,

    /// <summary>That cannot be seen now.</summary>
    Unknown,
}

/// <summary>
/// Looks whether Discord did what an intent asked: at the ban, the member and its timeout, and where those leave it open at what the
/// audit log has of the bot. Reads only.
/// </summary>
internal sealed class IntentEvidence(IDiscordRest rest, ISelf self, IDiscordClock clock, TimeProvider time)
{
    // Discord's clock is known to a second or so.
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(5);

    /// <summary>Whether the user is banned now, under the reason that the intent gives. Of a softban that is the first half.</summary>
    /// <exception cref="DiscordRestException">It cannot be seen.</exception>
    /// <exception cref="DiscordUnreachableException">Likewise.</exception>
    public async Task<bool?> IsBannedAsync(Intent intent, CancellationToken cancellationToken)
    {
        try
        {
            var ban = await rest.Guilds.GetBanAsync(intent.GuildId, intent.TargetId, cancellationToken);
            return ban.Reason == DiscordActions.ReasonOf(intent);
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownBan)
        {
            return null;
        }
    }

    /// <summary>Whether it was done.</summary>
    /// <inheritdoc cref="IsBannedAsync" path="/exception"/>
    public async Task<bool> WasDoneAsync(Intent intent, CancellationToken cancellationToken) => intent.Type switch
    {
        CaseType.Ban => await IsBannedAsync(intent, cancellationToken) == true,
        CaseType.Unban => await IsBannedAsync(intent, cancellationToken) is null,
        CaseType.Softban => await WasRemovedAsync(intent, AuditLogAction.MemberBanAdd, cancellationToken),
        CaseType.Kick => await WasRemovedAsync(intent, AuditLogAction.MemberKick, cancellationToken),
        CaseType.Mute => await FindMemberAsync(intent, cancellationToken) is { } member
            ? IsNear(member.CommunicationDisabledUntil, MuteWindow.Until(intent.MadeAt, intent.EndsAt))
            : await HasEntryAsync(intent, AuditLogAction.MemberUpdate, cancellationToken) == true,
        CaseType.Unmute => !((await FindMemberAsync(intent, cancellationToken))?.CommunicationDisabledUntil > time.GetUtcNow()),
        // Of these the audit log says how many, not whom.
        _ => false,
    };

    // Somebody who is gone may have left; the audit log knows. Where the bot may not read it, being gone is what was wanted.
    private async Task<bool> WasRemovedAsync(Intent intent, AuditLogAction action, CancellationToken cancellationToken)
    {
        var member = await FindMemberAsync(intent, cancellationToken);
        var stayed = member?.JoinedAt is { } joined && joined < intent.MadeAt + clock.Ahead;
        return !stayed && (await HasEntryAsync(intent, action, cancellationToken) ?? member is null);
    }

    private async Task<Member?> FindMemberAsync(Intent intent, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.Guilds.GetMemberAsync(intent.GuildId, intent.TargetId, cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code is DiscordErrorCodes.UnknownMember or DiscordErrorCodes.UnknownUser)
        {
            return null;
        }
    }

    // Null when the bot may not read the audit log.
    private async Task<bool?> HasEntryAsync(Intent intent, AuditLogAction action, CancellationToken cancellationToken)
    {
        await self.WaitUntilKnownAsync(cancellationToken);
        var query = new AuditLogQuery { UserId = self.User!.Id, TargetId = intent.TargetId, Action = action, Limit = 10 };
        try
        {
            var entries = await rest.AuditLogs.GetAsync(intent.GuildId, query, cancellationToken);
            return entries.Any(entry => entry.UserId == self.User.Id
                && entry.TargetId == intent.TargetId
                && entry.Reason == DiscordActions.ReasonOf(intent)
                && entry.Id.CreatedAt >= intent.MadeAt + clock.Ahead - ClockError);
        }
        catch (DiscordRestException e) when (DiscordErrorCodes.IsNotAllowed(e.Code))
        {
            return null;
        }
    }

    private static bool IsNear(DateTimeOffset? one, DateTimeOffset other) => one is { } at && (at - other).Duration() < TimeSpan.FromSeconds(1);
}
