namespace Vexera.Core.Modules.Moderation.Ends;

/// <summary>
/// Discord times a member out for at most 28 days. A longer mute, or one for ever, is set for as long as Discord allows and
/// renewed a week before it would lapse.
/// </summary>
internal static class MuteWindow
{
    /// <summary>How long Discord is asked for at most; half a day is left for a clock that is ahead of Discord's.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(28) - TimeSpan.FromHours(12);

    /// <summary>After how long it is renewed.</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromDays(21);

    /// <summary>Until when Discord is asked to time out, now.</summary>
    public static DateTimeOffset Until(DateTimeOffset now, DateTimeOffset? endsAt) =>
        endsAt is { } end && end < now + Longest ? end : now + Longest;

    /// <summary>When something is to be done next: the end, or a renewal.</summary>
    public static DateTimeOffset NextAt(DateTimeOffset now, DateTimeOffset? endsAt) =>
        endsAt is { } end && end <= now + Longest ? end : now + RenewAfter;
}
