using System.Runtime.InteropServices;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring.History;

/// <summary>What is kept of one minute.</summary>
/// <param name="At">The minute's beginning.</param>
/// <param name="Samples">One or two samples of it, see <see cref="Stretch"/>.</param>
internal sealed record HistoryMinute(DateTimeOffset At, IReadOnlyList<Sample> Samples)
{
    /// <summary>How many minutes are kept: a day and an hour.</summary>
    public const int Most = 25 * 60;

    /// <summary>The minute that an instant lies in.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));

    /// <summary>Its place on disk: minutes that are <see cref="Most"/> apart share one.</summary>
    public int Slot => (int)(At.ToUnixTimeSeconds() / 60 % Most);

    /// <summary>
    /// Its samples as little-endian doubles: how many figures a sample has, then of each sample its time in milliseconds after the
    /// minute began, and its figures.
    /// </summary>
    public byte[] Encode()
    {
        double[] numbers = [SampleFigures.Count, .. Samples.SelectMany(sample => SampleFigures.Of(sample).Prepend((sample.At - At).TotalMilliseconds))];
        return MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
    }

    /// <summary>Reads what <see cref="Encode"/> of this or another build wrote: figures it does not have are 0.</summary>
    /// <returns>Null when it is damaged.</returns>
    public static HistoryMinute? Decode(DateTimeOffset at, byte[] bytes)
    {
        var numbers = MemoryMarshal.Cast<byte, double>(bytes);
        if (numbers.IsEmpty || numbers[0] is not (>= 1 and <= 1_000 and var count))
            return null;
        var rows = numbers[1..];
        var length = (int)count + 1;
        if (rows.Length != length && rows.Length != 2 * length)
            return null;
        var samples = new Sample[rows.Length / length];
        for (var i = 0; i < samples.Length; i++)
        {
            var row = rows.Slice(i * length, length);
            if (row[0] is not (>= 0 and < 60_000))
                return null;
            var figures = new double[SampleFigures.Count];
            row[1..Math.Min(length, figures.Length + 1)].CopyTo(figures);
            samples[i] = SampleFigures.Sample(at.AddMilliseconds(row[0]), figures);
        }

        return new HistoryMinute(at, samples);
    }
}
