namespace Vexera.Core.Scheduling;

/// <summary>The engine's sleep: until an instant, or until something happens that it should look at.</summary>
/// <param name="time">The clock.</param>
internal sealed class DueWorkSignal(TimeProvider time)
{
    /// <summary>
    /// The longest sleep in one piece. Timers hold 49.7 days at most and do not notice when the wall clock is set; looking at it
    /// once a minute costs nothing.
    /// </summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _access = new();
    private TaskCompletionSource _woken = NewSource();
    private TaskCompletionSource _asleep = NewSource();
    private DateTimeOffset _until = DateTimeOffset.MaxValue;
    private long _dozedOffAt;
    private TimeSpan _nap;

    /// <summary>Forgets what happened so far: what happens from now on ends the next sleep.</summary>
    public void Reset()
    {
        lock (_access)
        {
            _until = DateTimeOffset.MaxValue;
            if (_woken.Task.IsCompleted)
                _woken = NewSource();
            Stir();
        }
    }

    /// <summary>Ends the sleep.</summary>
    public void Wake() => Wake(DateTimeOffset.MinValue);

    /// <summary>Ends the sleep unless it ends before this instant anyway.</summary>
    public void Wake(DateTimeOffset dueAt)
    {
        lock (_access)
        {
            if (dueAt < _until)
            {
                _woken.TrySetResult();
                Stir();
            }
        }
    }

    /// <summary>Completes when there is a sleeper whom nothing that has happened so far, the passing of time included, wakes.</summary>
    public Task WhenAsleepAsync()
    {
        lock (_access)
        {
            // A timer that has run out wakes the sleeper in a moment.
            if (_nap != Timeout.InfiniteTimeSpan && time.GetElapsedTime(_dozedOffAt) >= _nap)
                Stir();
            return _asleep.Task;
        }
    }

    /// <summary>Sleeps.</summary>
    /// <param name="until">By the wall clock, however it is set meanwhile; null for until something happens.</param>
    /// <param name="cancellationToken">Ends the sleep with an exception.</param>
    public async Task SleepAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        Task woken;
        lock (_access)
        {
            _until = until ?? DateTimeOffset.MaxValue;
            woken = _woken.Task;
        }

        while (!woken.IsCompleted && Remaining(until) is var remaining && remaining != TimeSpan.Zero)
        {
            var nap = DozeOff(woken, remaining, cancellationToken);
            await nap.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private Task DozeOff(Task woken, TimeSpan remaining, CancellationToken cancellationToken)
    {
        lock (_access)
        {
            (_dozedOffAt, _nap) = (time.GetTimestamp(), remaining);
            var nap = woken.WaitAsync(remaining, time, cancellationToken);
            if (!woken.IsCompleted)
                _asleep.TrySetResult();
            return nap;
        }
    }

    private void Stir()
    {
        if (_asleep.Task.IsCompleted)
            _asleep = NewSource();
    }

    private TimeSpan Remaining(DateTimeOffset? until)
    {
        if (until is not { } instant)
            return Timeout.InfiniteTimeSpan;
        var remaining = instant - time.GetUtcNow();
        if (remaining <= TimeSpan.Zero)
            return TimeSpan.Zero;
        // Timers count whole milliseconds and leave out what is less.
        return remaining < LookEvery ? TimeSpan.FromMilliseconds(Math.Ceiling(remaining.TotalMilliseconds)) : LookEvery;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
