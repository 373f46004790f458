using System.Collections.Concurrent;

namespace Vexera.Core.Dispatch;

/// <summary>
/// Finds threads and workers for lanes. There are only as many workers as were ever needed at once, up to a limit: each stands
/// for one handler that runs or waits. Only as many threads run handlers as there are processors; a handler that waits keeps
/// none, and for one that holds its thread <see cref="Nudge"/> finds another. One handler has
/// at most about three quarters of the workers.
/// </summary>
/// <param name="lanes">The lanes in use.</param>
/// <param name="maxWorkers">Most workers, those with abandoned handlers not counted.</param>
/// <param name="outcomes">Where ended calls are told.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkerPool(LaneTable lanes, int maxWorkers, CallOutcomes outcomes, TimeProvider time) : IThreadPoolWorkItem, IDisposable
{
    // A thread with more to do than a burst calls for help, and makes room for other work after a while.
    private const int CallsForHelpAfter = 16;
    private const int LongestTurn = 128;
    private const int LeastToShare = 16;
    private readonly ConcurrentQueue<Lane> _ready = new();
    private readonly Lock _lock = new();
    private readonly List<DispatchWorker> _workers = [];
    private readonly Stack<DispatchWorker> _resting = new();
    private readonly int _mostOfOneHandler = MostOfOneHandler(maxWorkers);
    private readonly int _maxRunning = Math.Min(Environment.ProcessorCount, maxWorkers);
    private int _running;
    private int _isQueued;
    private int _isNudged;
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

    private bool HasWork => !_ready.IsEmpty && !_isStopped;

    // Where all are with handlers that wait, each wakes somebody when it is back.
    private bool HasWorker
    {
        get
        {
            lock (_lock)
                return _resting.Count > 0 || _workers.Count < maxWorkers;
        }
    }

    /// <summary>Puts a lane up to be worked; follow it by <see cref="Wake"/> or <see cref="Work"/>.</summary>
    public void Schedule(Lane lane) => _ready.Enqueue(lane);

    /// <summary>Has a thread of the thread pool work, if lanes are ready and not enough threads work already.</summary>
    public void Wake()
    {
        // Either this sees that a thread has left, or that thread sees the lanes.
        Interlocked.MemoryBarrier();
        if (HasWork && Volatile.Read(ref _running) < _maxRunning)
            Queue();
    }

    /// <summary>Has another thread work if lanes are ready, however many do: they may be held up by their handlers.</summary>
    public void Nudge()
    {
        if (!HasWork)
            return;
        Volatile.Write(ref _isNudged, 1);
        Queue();
    }

    /// <summary>Works on the calling thread while lanes are ready, if not enough threads do so already.</summary>
    public void Work()
    {
        Interlocked.MemoryBarrier();
        var turn = 0;
        while (turn < LongestTurn && HasWork && HasWorker && TryEnter(Interlocked.Exchange(ref _isNudged, 0) == 1))
        {
            if (FindWorker() is not { } worker || worker.Run(ref turn))
                Interlocked.Decrement(ref _running);
        }

        if (turn >= LongestTurn)
            Wake();
    }

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _isQueued, 0);
        Work();
    }

    /// <summary>Takes the next event for a worker.</summary>
    /// <param name="turn">How many events the thread has taken in its turn; no more are taken at its end.</param>
    /// <param name="call">The event.</param>
    public bool TryTake(ref int turn, out HandlerCall call)
    {
        while (turn < LongestTurn && !_isStopped && _ready.TryDequeue(out var lane))
        {
            if (lane.Subscription.Places.TryPutAside(lane, _mostOfOneHandler) || LaneTable.Take(lane) is not { } context)
                continue;
            if (++turn == CallsForHelpAfter)
                Wake();
            call = new HandlerCall(lane, context, time.GetTimestamp());
            outcomes.Started(ref call);
            return true;
        }

        call = default;
        return false;
    }

    /// <summary>A worker's handler has ended after it waited.</summary>
    public void Return(DispatchWorker worker)
    {
        Rest(worker);
        Wake();
    }

    /// <summary>A worker has found nothing.</summary>
    public void Rest(DispatchWorker worker)
    {
        lock (_lock)
            _resting.Push(worker);
    }

    /// <summary>A call ended by itself.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What was thrown, or null.</param>
    /// <param name="late">Whether it was asked to stop.</param>
    /// <param name="waited">Whether its handler did not end at once.</param>
    public void Finish(in HandlerCall call, Exception? failure, bool late, bool waited)
    {
        // Room is given back only when it is there.
        call.Context.Release();
        outcomes.Ended(call, failure, late, _isStopped);
        TakeBack(call.Lane.Subscription.Places, waited);
        if (lanes.HasMore(call.Lane))
            Schedule(call.Lane);
    }

    /// <summary>Leaves behind calls that run past their grace, each with its worker; others take the places.</summary>
    /// <param name="deadline">Those that have run since before.</param>
    public void Abandon(long deadline)
    {
        foreach (var worker in Workers)
        {
            if (!worker.TryAbandon(deadline, out var call, out var holdsThread))
                continue;
            // The payload is not released: the handler may still be reading it. It goes when the handler does.
            outcomes.Abandoned(call);
            lock (_lock)
                _workers.Remove(worker);
            if (holdsThread)
                Interlocked.Decrement(ref _running);
            TakeBack(call.Lane.Subscription.Places, waited: !holdsThread);
            if (lanes.HasMore(call.Lane))
                Schedule(call.Lane);
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

    // Calls that have just begun on other threads may come to wait as well. Few workers are not worth dividing.
    private static int MostOfOneHandler(int maxWorkers) => maxWorkers < LeastToShare
        ? int.MaxValue
        : Math.Max((maxWorkers * 3 / 4) - (Environment.ProcessorCount - 1), maxWorkers / 2);

    private void Queue()
    {
        if (Interlocked.Exchange(ref _isQueued, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void TakeBack(HandlerPlaces places, bool waited)
    {
        if (waited)
            places.Leave();
        if (places.TakeBack(_mostOfOneHandler) is { } lane)
            Schedule(lane);
    }

    private bool TryEnter(bool isNudged)
    {
        if (isNudged)
        {
            Interlocked.Increment(ref _running);
            return true;
        }

        for (var running = Volatile.Read(ref _running); running < _maxRunning;)
        {
            var seen = Interlocked.CompareExchange(ref _running, running + 1, running);
            if (seen == running)
                return true;
            running = seen;
        }

        return false;
    }

    private DispatchWorker? FindWorker()
    {
        lock (_lock)
        {
            if (_resting.TryPop(out var resting))
                return resting;
            if (_workers.Count >= maxWorkers)
                return null;
            var worker = new DispatchWorker(this);
            _workers.Add(worker);
            return worker;
        }
    }
}
