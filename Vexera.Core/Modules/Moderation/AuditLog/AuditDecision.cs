using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>What somebody did in Discord's own menus, as a case has it.</summary>
/// <param name="Type">What.</param>
/// <param name="TargetId">To whom.</param>
/// <param name="ModeratorId">Who did it.</param>
/// <param name="EndsAt">The end of a timeout, by Discord's clock.</param>
internal sealed record AuditedAction(CaseType Type, Snowflake TargetId, Snowflake ModeratorId, DateTimeOffset? EndsAt = null)
{
    /// <summary>Of the end of a timeout: whether there was one to end.</summary>
    public bool LiftsSomething { get; init; } = true;
}

/// <summary>Decides what an entry of Discord's audit log means for the case list. No I/O, no clock.</summary>
internal static class AuditDecision
{
    /// <summary>The actions of the audit log that can mean something.</summary>
    public static readonly AuditLogAction[] Actions =
        [AuditLogAction.MemberKick, AuditLogAction.MemberBanAdd, AuditLogAction.MemberBanRemove, AuditLogAction.MemberUpdate];

    /// <summary>What the entry means; null for nothing.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="bot">
    /// The bot: what it does itself begins with an intent and becomes a case from there, however it ends; its entries mean nothing.
    /// </param>
    public static AuditedAction? Of(AuditLogEntry entry, Snowflake bot)
    {
        if (entry.TargetId is not { } target || entry.UserId is not { } moderator || moderator == bot)
            return null;
        return entry.ActionType switch
        {
            AuditLogAction.MemberKick => new AuditedAction(CaseType.Kick, target, moderator),
            AuditLogAction.MemberBanAdd => new AuditedAction(CaseType.Ban, target, moderator),
            AuditLogAction.MemberBanRemove => new AuditedAction(CaseType.Unban, target, moderator),
            _ => entry.ChangesTimeout(out var until, out var before) ? OfTimeout(entry.Id.CreatedAt, target, moderator, until, before) : null,
        };
    }

    // An end that is past is none: Discord leaves the one of a timeout that ran out.
    private static AuditedAction OfTimeout(
        DateTimeOffset at, Snowflake target, Snowflake moderator, DateTimeOffset? until, DateTimeOffset? before) =>
        until > at
            ? new AuditedAction(CaseType.Mute, target, moderator, until)
            : new AuditedAction(CaseType.Unmute, target, moderator) { LiftsSomething = before > at };
}
