namespace Vexera.Core.Telemetry.Instruments;

/// <summary>
/// Picks which of many are measured: on each processor the first after every millisecond. What is rare is measured each time;
/// and of what comes in bursts none is passed over that began more than a millisecond after one that was picked.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class SamplePace(TimeProvider time)
{
    // A cache line for each processor, twice over, since they come in pairs.
    private const int Stride = 16;
    private const int PerSecond = 1_000;
    private readonly long[] _next = new long[(StripedCells.Stripes + 1) * Stride];
    private readonly long _every = time.TimestampFrequency / PerSecond;

    /// <summary>Whether to measure what begins now. Never waits, throws or allocates.</summary>
    /// <param name="at">A timestamp of the clock.</param>
    public bool IsDue(long at)
    {
        ref var next = ref _next[((Thread.GetCurrentProcessorId() & (StripedCells.Stripes - 1)) + 1) * Stride];
        if (at < Volatile.Read(ref next))
            return false;
        Volatile.Write(ref next, at + _every);
        return true;
    }
}
