namespace Vexera.Core.Telemetry.Instruments;

/// <summary>
/// A row of numbers that many threads add to, of which each processor has its own, so that none waits for another's cache line.
/// </summary>
/// <param name="count">How many numbers.</param>
internal sealed class StripedCells(int count)
{
    private const int MostStripes = 64;

    // Cache lines come in pairs of 128 bytes; what lies before and after on the heap is somebody else's.
    private const int Padding = 16;
    private readonly long[][] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new long[count + (2 * Padding)])];

    /// <summary>How many processors are told apart, a power of two.</summary>
    public static int Stripes { get; } = Math.Min((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount), MostStripes);

    /// <summary>Adds. Never waits, throws or allocates.</summary>
    /// <param name="index">0 up to how many there are.</param>
    /// <param name="value">How much.</param>
    public void Add(int index, long value)
    {
        // The thread may have moved to another processor by now: that costs time, not truth.
        var stripes = _stripes;
        Interlocked.Add(ref stripes[Thread.GetCurrentProcessorId() & (stripes.Length - 1)][Padding + index], value);
    }

    /// <summary>The sum over all processors.</summary>
    public long Sum(int index)
    {
        var sum = 0L;
        foreach (var stripe in _stripes)
            sum += Volatile.Read(ref stripe[Padding + index]);
        return sum;
    }
}
