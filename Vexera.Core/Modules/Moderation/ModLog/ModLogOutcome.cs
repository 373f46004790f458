namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>How it stands with a guild's mod log.</summary>
/// <param name="Again">Whether there is more to do now.</param>
/// <param name="After">How long to wait before the next try; null when none is needed.</param>
internal readonly record struct ModLogOutcome(bool Again, TimeSpan? After)
{
    /// <summary>All is shown, or nothing shall be.</summary>
    public static ModLogOutcome Done => default;

    /// <summary>Some is shown; others may have their turn.</summary>
    public static ModLogOutcome More => new(Again: true, null);

    /// <summary>Nothing more can be shown now.</summary>
    public static ModLogOutcome Later(TimeSpan wait) => new(Again: false, wait);
}
