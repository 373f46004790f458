using System.Collections.Concurrent;

namespace Vexera.Core.Dispatch;

/// <summary>
/// Finds workers for lanes. There are only as many workers as were ever needed at once, up to a limit; one that finds nothing
/// rests. Of those that rest only one at a time is woken to search; when it finds a lane, it wakes the next if there is more,
/// so that a burst wakes few and a stuck handler keeps nobody from its neighbours.
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
    private int _searching;
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

    /// <summary>Puts a lane up to be worked.</summary>
    public void Schedule(Lane lane)
    {
        _ready.Enqueue(lane);
        WakeOne();
    }

    /// <summary>Takes the next event for a worker, or lets the worker rest.</summary>
    public bool TryTake(DispatchWorker worker, out HandlerCall call)
    {
        while (!_isStopped)
        {
            if (_ready.TryDequeue(out var lane))
            {
                if (EndSearch(worker) && !_ready.IsEmpty)
                    WakeOne();
                if (lanes.Take(lane) is not { } context)
                    continue;
                call = new HandlerCall(lane, context, time.GetTimestamp());
                outcomes.Started(call);
                return true;
            }

            // Who came while this worker was searching left the lane to it: look once more.
            if (!EndSearch(worker) && TryRest(worker))
                break;
        }

        call = default;
        return false;
    }

    /// <summary>A call ended by itself.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What was thrown, or null.</param>
    /// <param name="late">Whether it was asked to stop.</param>
    public void Finish(in HandlerCall call, Exception? failure, bool late)
    {
        // Room is given back only when it is there.
        call.Context.Release();
        outcomes.Ended(call, failure, late, _isStopped);
        GoOn(call.Lane);
    }

    /// <summary>Leaves behind calls that run past their grace, each with its worker; others take the places.</summary>
    /// <param name="deadline">Those that have run since before.</param>
    public void Abandon(long deadline)
    {
        foreach (var worker in Workers)
        {
            if (!worker.TryAbandon(deadline, out var call))
                continue;
            // The payload is not released: the handler may still be reading it. It goes when the handler does.
            outcomes.Abandoned(call);
            lock (_lock)
                _workers.Remove(worker);
            GoOn(call.Lane);
            if (!_ready.IsEmpty)
                WakeOne();
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

    private void GoOn(Lane lane)
    {
        if (lanes.HasMore(lane))
            Schedule(lane);
    }

    private bool EndSearch(DispatchWorker worker)
    {
        if (!worker.IsSearching)
            return false;
        worker.IsSearching = false;
        Interlocked.Exchange(ref _searching, 0);
        return true;
    }

    private bool TryRest(DispatchWorker worker)
    {
        lock (_lock)
        {
            if (!_ready.IsEmpty)
                return false;
            _resting.Push(worker);
            return true;
        }
    }

    private void WakeOne()
    {
        // A full fence: either this sees that nobody searches, or the searcher sees the lane.
        if (Interlocked.CompareExchange(ref _searching, 1, 0) != 0)
            return;
        if (FindResting() is { } worker)
        {
            worker.IsSearching = true;
            ThreadPool.UnsafeQueueUserWorkItem(worker, preferLocal: false);
        }
    }

    private DispatchWorker? FindResting()
    {
        lock (_lock)
        {
            if (_resting.TryPop(out var resting))
                return resting;
            if (_workers.Count >= maxWorkers)
            {
                // All are busy; each looks for a lane, under this lock, before it rests.
                Interlocked.Exchange(ref _searching, 0);
                return null;
            }

            var worker = new DispatchWorker(this);
            _workers.Add(worker);
            return worker;
        }
    }
}
