namespace Vexera.Core.State.Sessions;

/// <summary>Consecutive numbers.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Length">How many, at least 1.</param>
internal readonly record struct Run(long First, long Length)
{
    /// <summary>The first number beyond.</summary>
    public long End => First + Length;
}

/// <summary>Events of a session that are done beyond a certain number: all up to another one, except for some.</summary>
/// <param name="Last">The last event that is done.</param>
/// <param name="Open">Those before it that are not, in order, with something done between any two.</param>
internal sealed record HandledRuns(long Last, IReadOnlyList<Run> Open)
{
    /// <summary>How many runs are remembered; what lies beyond counts as not done.</summary>
    public const int MostRuns = 1024;

    /// <summary>Nothing is done.</summary>
    public static HandledRuns None { get; } = new(0, []);

    /// <summary>Whether an event is done. Asked only of numbers beyond the one that the runs were made for.</summary>
    public bool Contains(long sequence)
    {
        if (sequence > Last)
            return false;
        var (low, high) = (0, Open.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Open[middle].End <= sequence)
                low = middle + 1;
            else
                high = middle;
        }

        return low == Open.Count || sequence < Open[low].First;
    }

    /// <summary>
    /// The compact form: the distance to <see cref="Last"/>, then for each run the distance from the end of the one before and the
    /// length, all as 7-bit encoded integers; empty when nothing is done.
    /// </summary>
    /// <param name="after">The number that the runs were made for.</param>
    public ReadOnlyMemory<byte> Encode(long after)
    {
        if (Last <= after)
            return default;
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt64(Last - after);
        foreach (var run in Open)
        {
            writer.Write7BitEncodedInt64(run.First - after);
            writer.Write7BitEncodedInt64(run.Length);
            after = run.End;
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>Reads the compact form.</summary>
    /// <param name="after">The number that the runs were made for.</param>
    /// <param name="encoded">What <see cref="Encode"/> made.</param>
    /// <exception cref="InvalidDataException">It did not make this.</exception>
    public static HandledRuns Decode(long after, ReadOnlyMemory<byte> encoded)
    {
        if (encoded.IsEmpty)
            return None;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(encoded.ToArray()));
            var last = after + reader.Read7BitEncodedInt64();
            var open = new List<Run>();
            while (reader.BaseStream.Position < reader.BaseStream.Length)
            {
                var run = new Run(after + reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
                if (run.First <= after || run.Length <= 0 || run.End > last)
                    throw new InvalidDataException("The runs are not in order.");
                open.Add(run);
                after = run.End;
            }

            return new HandledRuns(last, open);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("The runs are cut off.", e);
        }
    }
}
