namespace Vexera.Host.Drills.Bot.Faults;

/// <summary>
/// The system's clock, ahead or behind by what it is told. Timers and timestamps go on evenly, as on a machine whose clock
/// somebody sets.
/// </summary>
internal sealed class WrongClock : TimeProvider
{
    private long _ahead;

    /// <summary>By how much it is ahead; below zero for behind.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
        set => Interlocked.Exchange(ref _ahead, value.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
