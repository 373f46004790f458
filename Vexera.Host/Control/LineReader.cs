namespace Vexera.Host.Control;

/// <summary>Reads one line of bounded length.</summary>
internal static class LineReader
{
    /// <summary>Reads up to the first line break; what follows it is left out.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="most">How many bytes the line may have, its break included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The line without its break; null when it is longer, or has no end.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(most, 4096)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length == most)
                    return null;
                Array.Resize(ref buffer, Math.Min(most, length * 2));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                return null;
            var end = buffer.AsSpan(length, read).IndexOf((byte)'\n');
            if (end >= 0)
                return buffer.AsMemory(0, length + end);
            length += read;
        }
    }
}
