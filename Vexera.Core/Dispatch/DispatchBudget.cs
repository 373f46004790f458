namespace Vexera.Core.Dispatch;

/// <summary>Bounds what waits for handlers or is with them, in events and in bytes.</summary>
/// <param name="maxEvents">Most events.</param>
/// <param name="maxBytes">Most bytes.</param>
internal sealed class DispatchBudget(int maxEvents, long maxBytes)
{
    // Events in the upper bits and bytes in the lower, so that one operation changes both: up to 16 million events of 512 GiB.
    private const int ByteBits = 39;
    private const long OneEvent = 1L << ByteBits;
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waitingForRoom = [];
    private readonly List<TaskCompletionSource> _waitingForEmpty = [];
    private long _taken;
    private volatile bool _hasWaiters;

    /// <summary>How many events there are.</summary>
    public long Events => Volatile.Read(ref _taken) >> ByteBits;

    /// <summary>How many bytes they take.</summary>
    public long Bytes => Volatile.Read(ref _taken) & (OneEvent - 1);

    /// <summary>From 0, empty, to 1, full.</summary>
    public double Fill => Math.Max((double)Events / maxEvents, (double)Bytes / maxBytes);

    /// <summary>Whether nothing more should come in.</summary>
    public bool IsFull => Events >= maxEvents || Bytes >= maxBytes;

    // Those who wait are let in together when there is room for a while, not one by one at the brim.
    private bool HasRoomAgain => Events <= maxEvents - Math.Max(1, maxEvents / 8) && Bytes <= maxBytes - (maxBytes / 8);

    /// <summary>Takes room, whether there is any or not: who cares asks before.</summary>
    public void Take(int bytes) => Interlocked.Add(ref _taken, OneEvent + bytes);

    /// <summary>Gives room back.</summary>
    public void Give(int bytes)
    {
        Interlocked.Add(ref _taken, -OneEvent - bytes);
        if (_hasWaiters)
            Wake();
    }

    /// <summary>Completes when there is room again.</summary>
    public Task WhenRoomAsync(CancellationToken cancellationToken) => WaitAsync(_waitingForRoom, cancellationToken);

    /// <summary>Completes when nothing is left.</summary>
    public Task WhenEmptyAsync(CancellationToken cancellationToken) => WaitAsync(_waitingForEmpty, cancellationToken);

    private Task WaitAsync(List<TaskCompletionSource> waiting, CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            waiting.Add(waiter);
            _hasWaiters = true;
        }

        Interlocked.MemoryBarrier();
        Wake();
        return waiter.Task.WaitAsync(cancellationToken);
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (HasRoomAgain)
                Complete(_waitingForRoom);
            if (Events == 0)
                Complete(_waitingForEmpty);
            _hasWaiters = _waitingForRoom.Count + _waitingForEmpty.Count > 0;
        }
    }

    private static void Complete(List<TaskCompletionSource> waiting)
    {
        foreach (var waiter in waiting)
            waiter.TrySetResult();
        waiting.Clear();
    }
}
