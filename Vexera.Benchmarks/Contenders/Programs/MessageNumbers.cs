using System.Globalization;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Accounts for each numbered message of the simulator's traffic, which begins with <c>traffic N </c>.</summary>
internal sealed class MessageNumbers : IEventHandler<MessageCreateEvent>
{
    private const string Prefix = "traffic ";
    private readonly Lock _lock = new();
    private readonly HashSet<long> _numbers = [];
    private long _seen;

    /// <summary>Messages seen.</summary>
    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>Different numbers among them.</summary>
    public long Distinct
    {
        get
        {
            lock (_lock)
                return _numbers.Count;
        }
    }

    /// <summary>Messages whose number had come before.</summary>
    public long Doubled => Seen - Distinct;

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        var content = context.Event.Message.Content;
        if (!content.StartsWith(Prefix, StringComparison.Ordinal))
            return ValueTask.CompletedTask;
        var digits = content.AsSpan(Prefix.Length);
        digits = digits[..digits.IndexOf(' ')];
        lock (_lock)
            _numbers.Add(long.Parse(digits, CultureInfo.InvariantCulture));
        Interlocked.Increment(ref _seen);
        return ValueTask.CompletedTask;
    }
}
