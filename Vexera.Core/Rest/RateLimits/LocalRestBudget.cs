using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vexera.Core.Rest.RateLimits;

/// <summary>
/// The budget of one process. A call first waits for its bucket, by age; buckets whose turn has come then stand in one line for
/// the global limit and take turns, so that a flood in one channel does not starve the others. What is in the background has a
/// line of its own, which moves when the first is empty and leaves a part of the global limit free.
/// </summary>
internal sealed class LocalRestBudget : IRestBudget, IRestPressure, IDisposable
{
    private static readonly TimeSpan Unstated = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly RestLog _log;
    private readonly int _threshold;
    private readonly GlobalLimit _global;
    private readonly InvalidRequestGuard _guard;
    private readonly BucketTable _table = new();
    private readonly Queue<Bucket> _line = new();
    private readonly Queue<Bucket> _backgroundLine = new();
    private readonly int _reserve;
    private readonly ITimer _lineAlarm;
    private bool _guardLogged;

    public LocalRestBudget(IOptions<RestOptions> options, TimeProvider time, ILogger<LocalRestBudget> logger)
    {
        _time = time;
        _origin = time.GetTimestamp();
        _log = new RestLog(logger);
        _threshold = options.Value.InvalidRequestThreshold;
        _global = new GlobalLimit(options.Value.GlobalLimit);
        _reserve = options.Value.GlobalLimit - Math.Max(1, options.Value.GlobalLimit * options.Value.BackgroundShare / 100);
        _guard = new InvalidRequestGuard(_threshold);
        _lineAlarm = time.CreateTimer(_ => OnLineAlarm(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many routes and buckets are remembered.</summary>
    internal int Remembered
    {
        get
        {
            lock (_gate)
                return _table.Count;
        }
    }

    /// <summary>Answers that count towards Discord's ban, within its window of 10 minutes.</summary>
    public int InvalidLately
    {
        get
        {
            lock (_gate)
                return _guard.CountAt(Now);
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <inheritdoc/>
    public ValueTask<IRestPermit> AcquireAsync(RestCall call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IRestPermit>(cancellationToken);
        lock (_gate)
        {
            var now = Now;
            if (_guard.Refuses(call.Essential, now))
                return ValueTask.FromException<IRestPermit>(RestRefusals.TooManyInvalid(call, _guard.Count, _threshold));
            if (_guardLogged && !_guard.Tripped)
            {
                _guardLogged = false;
                _log.GuardReleased(_guard.Count);
            }

            var bucket = _table.For(call);
            var waiter = new Waiter(call) { Bucket = bucket };
            bucket.Enqueue(waiter);
            Serve(bucket, now);
            Drain(now);
            if (!waiter.Task.IsCompleted)
                Settle(waiter, now, cancellationToken);
            return new ValueTask<IRestPermit>(waiter.Task);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<RestPressure> Waiting(int most)
    {
        lock (_gate)
        {
            return
            [
                .. _table.All.Distinct().SelectMany(bucket => bucket.Waiters)
                    .GroupBy(waiter => waiter.Call.Route)
                    .Select(route => new RestPressure(
                        route.Key,
                        route.Count(),
                        route.Select(waiter => waiter.Bucket).Distinct().Count(),
                        route.Max(waiter => _time.GetElapsedTime(waiter.Call.Since))))
                    .OrderByDescending(route => route.Requests)
                    .Take(most),
            ];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _lineAlarm.Dispose();
            foreach (var bucket in _table.All)
                bucket.Alarm?.Dispose();
        }
    }

    /// <summary>A request is over; without an answer Discord may or may not have counted it.</summary>
    private void Complete(RestCall call, Bucket sentFrom, int sentAt, RateLimitAnswer? answer)
    {
        lock (_gate)
        {
            var now = Now;
            sentFrom.Release();
            if (call.CountsGlobally)
                _global.Release(now);
            if (answer is { IsInvalid: true })
                CountInvalid(now);

            var bucket = sentFrom;
            if (answer?.Bucket is { } figures)
            {
                bucket = _table.Learn(call, figures.Hash);
                bucket.Apply(figures, bucket == sentFrom ? sentAt : -1, now);
            }
            else
                bucket.Lose(now);

            if (answer is { Scope: not RateLimitScope.None } refusal)
                Pause(call, bucket, refusal, now);
            Serve(sentFrom, now);
            Serve(bucket, now);
            Drain(now);
            _table.Release(sentFrom, now);
            _table.Sweep(now);
        }
    }

    private void Pause(RestCall call, Bucket bucket, RateLimitAnswer answer, TimeSpan now)
    {
        var wait = answer.RetryAfter ?? Unstated;
        var until = now + wait;
        IEnumerable<Bucket> affected = [bucket];
        switch (answer.Scope)
        {
            case RateLimitScope.Global:
                _global.PauseUntil(until);
                affected = _table.All;
                break;
            case RateLimitScope.Address:
                _global.BlockUntil(until);
                affected = _table.All;
                break;
            default:
                bucket.PauseUntil(until);
                break;
        }

        _log.RateLimited(call.Route, answer.Scope, wait.TotalSeconds);
        foreach (var waiter in affected.SelectMany(b => b.Waiters).Distinct().ToList())
            RefuseIfHopeless(waiter, now);
    }

    /// <summary>Lets exempt calls of a bucket go, and puts the bucket into the line when a counted one may.</summary>
    private void Serve(Bucket bucket, TimeSpan now)
    {
        while (bucket.Head is { } head)
        {
            var wait = bucket.Wait(now);
            if (!head.Call.CountsGlobally && _global.Block(now) is var block && block > wait)
                wait = block;
            if (wait > TimeSpan.Zero)
            {
                bucket.Alarm ??= _time.CreateTimer(_ => OnAlarm(bucket), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                Set(bucket.Alarm, wait);
                return;
            }

            if (head.Call.CountsGlobally)
            {
                StandInLine(bucket, head.Call.Background);
                return;
            }

            Grant(bucket, head);
        }
    }

    // A bucket may stand in both lines, when a call that somebody waits for came after one in the background.
    private void StandInLine(Bucket bucket, bool background)
    {
        if (background ? bucket.InBackgroundLine : bucket.InLine)
            return;
        (background ? _backgroundLine : _line).Enqueue(bucket);
        if (background)
            bucket.InBackgroundLine = true;
        else
            bucket.InLine = true;
    }

    /// <summary>Lets the lines go, one call for each bucket in turn, as far as the global limit allows.</summary>
    private void Drain(TimeSpan now)
    {
        while (_line.Count + _backgroundLine.Count > 0)
        {
            var background = _line.Count == 0;
            var wait = _global.Wait(now, background ? _reserve : 0);
            if (wait > TimeSpan.Zero)
            {
                Set(_lineAlarm, wait);
                return;
            }

            var bucket = (background ? _backgroundLine : _line).Dequeue();
            if (background)
                bucket.InBackgroundLine = false;
            else
                bucket.InLine = false;
            if (bucket.Head is { Call.CountsGlobally: true } head && head.Call.Background == background && bucket.Wait(now) == TimeSpan.Zero)
            {
                _global.Take();
                Grant(bucket, head);
            }

            Serve(bucket, now);
        }
    }

    private void Grant(Bucket bucket, Waiter waiter)
    {
        bucket.Take();
        waiter.Grant(new Permit(this, waiter.Call, bucket, bucket.Version));
    }

    /// <summary>Makes sure that a wait ends: at once when it is hopeless, else by time or by the caller.</summary>
    private void Settle(Waiter waiter, TimeSpan now, CancellationToken cancellationToken)
    {
        if (RefuseIfHopeless(waiter, now))
            return;
        var deadline = _time.CreateTimer(_ => End(waiter, () => waiter.Refuse(RestRefusals.WaitedTooLong(waiter.Call))), null, Round(Patience(waiter.Call)), Timeout.InfiniteTimeSpan);
        waiter.Until(deadline, cancellationToken.UnsafeRegister(_ => End(waiter, () => waiter.Cancel(cancellationToken)), null));
    }

    private bool RefuseIfHopeless(Waiter waiter, TimeSpan now)
    {
        if (Patience(waiter.Call) <= TimeSpan.Zero)
        {
            waiter.Refuse(RestRefusals.WaitedTooLong(waiter.Call));
            return true;
        }

        var opens = waiter.Call.CountsGlobally ? _global.Pause(now) : _global.Block(now);
        if (waiter.Bucket.Wait(now) is var wait && wait != TimeSpan.MaxValue && wait > opens)
            opens = wait;
        if (opens <= Patience(waiter.Call))
            return false;
        waiter.Refuse(RestRefusals.OpensTooLate(waiter.Call, opens));
        return true;
    }

    private void End(Waiter waiter, Action end)
    {
        lock (_gate)
        {
            if (waiter.Task.IsCompleted)
                return;
            end();
            _table.Release(waiter.Bucket, Now);
        }
    }

    private void OnAlarm(Bucket bucket)
    {
        lock (_gate)
        {
            Serve(bucket, Now);
            Drain(Now);
        }
    }

    private void OnLineAlarm()
    {
        lock (_gate)
            Drain(Now);
    }

    private void CountInvalid(TimeSpan now)
    {
        _guard.Add(now);
        if (!_guard.Tripped || _guardLogged)
            return;
        _guardLogged = true;
        _log.GuardTripped(_guard.Count);
    }

    private TimeSpan Patience(RestCall call) => call.Patience - _time.GetElapsedTime(call.Since);

    private static void Set(ITimer timer, TimeSpan wait)
    {
        if (wait != TimeSpan.MaxValue)
            timer.Change(Round(wait), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Timers count in whole milliseconds; too early would only mean to wait again.</summary>
    private static TimeSpan Round(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, int.MaxValue));

    private sealed class Permit(LocalRestBudget owner, RestCall call, Bucket bucket, int sentAt) : IRestPermit
    {
        private bool _completed;

        public ValueTask CompleteAsync(RateLimitAnswer answer) => Complete(answer);

        public ValueTask DisposeAsync() => Complete(null);

        private ValueTask Complete(RateLimitAnswer? answer)
        {
            if (!Interlocked.Exchange(ref _completed, true))
                owner.Complete(call, bucket, sentAt, answer);
            return ValueTask.CompletedTask;
        }
    }
}
