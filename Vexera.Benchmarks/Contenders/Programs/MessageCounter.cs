namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Counts messages, and measures until so many have come. Safe to call from anywhere.</summary>
internal sealed class MessageCounter
{
    private long _count;
    private long _target;
    private UsageMeter _meter;
    private TaskCompletionSource<Usage> _reached = new();

    /// <summary>How many came.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>One more came.</summary>
    public void Add()
    {
        if (Interlocked.Increment(ref _count) == Volatile.Read(ref _target))
            _reached.TrySetResult(_meter.Read());
    }

    /// <summary>What is used from now until <paramref name="messages"/> more have come. Call it while none come.</summary>
    public Task<Usage> MeasureAsync(long messages)
    {
        _reached = new TaskCompletionSource<Usage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _meter = UsageMeter.Start();
        Volatile.Write(ref _target, Count + messages);
        return _reached.Task;
    }
}
