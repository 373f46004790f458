using System.Buffers.Binary;
using System.Globalization;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Host.Drills.Bot;

/// <summary>
/// Writes down the number of each message of the simulator's traffic that it handled: eight bytes each, handed to the system one by
/// one, so that what was written outlives the process however that ends.
/// </summary>
/// <param name="path">The file; one that is there is added to.</param>
internal sealed class NumberLedger(string path) : IEventHandler<MessageCreateEvent>, IDisposable
{
    private const string Prefix = "traffic ";
    private readonly Lock _lock = new();
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        var content = context.Event.Message.Content;
        if (!content.StartsWith(Prefix, StringComparison.Ordinal))
            return ValueTask.CompletedTask;
        var digits = content.AsSpan(Prefix.Length);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, long.Parse(digits[..digits.IndexOf(' ')], CultureInfo.InvariantCulture));
        lock (_lock)
            _file.Write(bytes);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Reads what all processes have written into a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>How many numbers there are, and how many different ones.</returns>
    public static (long Handled, long Distinct) Read(string path)
    {
        var numbers = Numbers(path);
        return (numbers.Count, numbers.Distinct().LongCount());
    }

    /// <summary>The numbers in the order in which they were handled.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<long> Numbers(string path)
    {
        if (!File.Exists(path))
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length / sizeof(long) * sizeof(long)];
        file.ReadExactly(bytes);
        var numbers = new long[bytes.Length / sizeof(long)];
        for (var at = 0; at < numbers.Length; at++)
            numbers[at] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at * sizeof(long)));
        return numbers;
    }
}
