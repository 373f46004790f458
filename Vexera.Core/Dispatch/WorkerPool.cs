using System.Collections.Concurrent;

namespace Vexera.Core.Dispatch;

/// <summary>
/// Finds workers for lanes. There are only as many workers as were ever needed at once, up to a limit; one that finds nothing
/// rests. Only as many run at the same time as there are processors: one whose handler waits runs no longer, so that others
/// take its place, and <see cref="Nudge"/> finds a place where handlers hold their threads.
/// </summary>
/// <param name="lanes">The lanes in use.</param>
/// <param name="maxWorkers">Most workers, those with abandoned handlers not counted.</param>
/// <param name="outcomes">Where ended calls are told.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkerPool(LaneTable lanes, int maxWorkers, CallOutcomes outcomes, TimeProvider time) : IDisposable
{
    private readonly ConcurrentQueue<Lane> _ready = new();
    private readonly Lock _lock = new();
    private readonly List<DispatchWorker> _workers = [];
    private readonly Stack<DispatchWorker> _resting = new();
    private readonly int _maxRunning = Math.Min(Environment.ProcessorCount, maxWorkers);
    private int _running;
    private volatile bool _isStopped;

    /// <summary>The workers there are now.</summary>
    public DispatchWorker[] Workers
    {
        get
        {
            lock (_lock)
                return [.. _workers];
        }
    }

    /// <summary>Puts a lane up to be worked, when somebody runs or is woken.</summary>
    public void Schedule(Lane lane) => _ready.Enqueue(lane);

    /// <summary>Wakes a worker if lanes are ready and not enough run to take them.</summary>
    public void Wake()
    {
        // Either this sees that a worker ceased to run, or that worker sees the lanes.
        Interlocked.MemoryBarrier();
        while (!_ready.IsEmpty)
        {
            var running = Volatile.Read(ref _running);
            if (running >= _maxRunning)
                return;
            if (Interlocked.CompareExchange(ref _running, running + 1, running) != running)
                continue;
            if (!TryStartWorker())
                Interlocked.Decrement(ref _running);
            return;
        }
    }

    /// <summary>Wakes a worker if lanes are ready, whoever runs: those who do may be held up by their handlers.</summary>
    public void Nudge()
    {
        if (_ready.IsEmpty)
            return;
        Interlocked.Increment(ref _running);
        if (!TryStartWorker())
            Interlocked.Decrement(ref _running);
    }

    /// <summary>Takes the next event for a running worker, or lets the worker rest.</summary>
    public bool TryTake(DispatchWorker worker, out HandlerCall call)
    {
        while (!_isStopped && _ready.TryDequeue(out var lane))
        {
            if (lanes.Take(lane) is not { } context)
                continue;
            Wake();
            call = new HandlerCall(lane, context, time.GetTimestamp());
            outcomes.Started(call);
            return true;
        }

        call = default;
        lock (_lock)
            _resting.Push(worker);
        Leave();
        return false;
    }

    /// <summary>A worker's handler waits: the worker runs no longer.</summary>
    public void Leave()
    {
        Interlocked.Decrement(ref _running);
        if (!_isStopped)
            Wake();
    }

    /// <summary>A worker's handler has waited enough: the worker goes on.</summary>
    public void Return(DispatchWorker worker)
    {
        Interlocked.Increment(ref _running);
        Start(worker);
    }

    /// <summary>A call ended by itself.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What was thrown, or null.</param>
    /// <param name="late">Whether it was asked to stop.</param>
    public void Finish(in HandlerCall call, Exception? failure, bool late)
    {
        outcomes.Ended(call, failure, late, _isStopped);
        call.Context.Release();
        if (lanes.HasMore(call.Lane))
            Schedule(call.Lane);
    }

    /// <summary>Leaves behind calls that run past their grace, each with its worker; others take the places.</summary>
    /// <param name="deadline">Those that have run since before.</param>
    public void Abandon(long deadline)
    {
        foreach (var worker in Workers)
        {
            if (!worker.TryAbandon(deadline, out var call, out var wasRunning))
                continue;
            // The payload is not released: the handler may still be reading it. It goes when the handler does.
            outcomes.Abandoned(call);
            lock (_lock)
                _workers.Remove(worker);
            if (lanes.HasMore(call.Lane))
                Schedule(call.Lane);
            if (wasRunning)
                Interlocked.Decrement(ref _running);
            Wake();
        }
    }

    /// <summary>Takes no further event.</summary>
    public void Stop() => _isStopped = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        foreach (var worker in Workers)
            worker.Dispose();
    }

    private bool TryStartWorker()
    {
        if (FindWorker() is not { } worker)
            return false;
        Start(worker);
        return true;
    }

    private static void Start(DispatchWorker worker) => ThreadPool.UnsafeQueueUserWorkItem(worker, preferLocal: false);

    private DispatchWorker? FindWorker()
    {
        lock (_lock)
        {
            if (_resting.TryPop(out var resting))
                return resting;
            // All are with handlers; each looks for a lane before it rests.
            if (_workers.Count >= maxWorkers)
                return null;
            var worker = new DispatchWorker(this);
            _workers.Add(worker);
            return worker;
        }
    }
}
