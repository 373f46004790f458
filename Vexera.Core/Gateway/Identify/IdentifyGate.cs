using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway.Identify;

/// <summary>The gate of a bot that runs in one process.</summary>
internal sealed class IdentifyGate : IIdentifyGate, IDisposable
{
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(5);

    private readonly Lock _sync = new();
    private readonly IdentifyQueue _queue = new(IdentifyWindow.Length);
    private readonly ISessionBudget _budget;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly ITimer _timer;
    private int _isConfigured;

    public IdentifyGate(ISessionBudget budget, TimeProvider time)
    {
        _budget = budget;
        _time = time;
        _began = time.GetTimestamp();
        _timer = time.CreateTimer(
            static gate => ((IdentifyGate)gate!).Change(static (_, _) => { }), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public DateTimeOffset? BudgetRenewsAt => _budget.RenewsAt;

    /// <inheritdoc/>
    public int BudgetAvailable => _budget.Available;

    /// <inheritdoc/>
    public async ValueTask ConfigureAsync(SessionStartLimit limit, CancellationToken cancellationToken)
    {
        await _budget.RenewAsync(limit, cancellationToken);
        var before = Interlocked.Exchange(ref _isConfigured, 1) == 0 ? _budget.SentBefore : null;
        Change((queue, now) =>
        {
            if (before is { } sent)
                queue.SentBefore(now + sent);
            queue.Reconfigure(Math.Max(1, limit.MaxConcurrency));
        });
    }

    /// <inheritdoc/>
    public async ValueTask<IdentifyPermit> AcquireAsync(int shardId, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shardId);
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new IdentifyTurn(shardId);
        Change((queue, _) => queue.Enter(turn));
        try
        {
            await turn.First.WaitAsync(cancellationToken);
            await _budget.TakeAsync(cancellationToken);
            Change((_, _) => turn.IsFunded = true);
            await turn.Granted.WaitAsync(cancellationToken);
            return new IdentifyPermit(sent => Close(turn, sent));
        }
        catch
        {
            if (turn.IsFunded)
                _budget.GiveBack();
            Change((queue, _) => queue.Leave(turn));
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Close(IdentifyTurn turn, bool sent)
    {
        if (sent)
            _budget.Sent();
        else
            _budget.GiveBack();
        Change((queue, now) =>
        {
            if (sent)
                queue.Sent(turn, now);
            else
                queue.Leave(turn);
        });
    }

    private void Change(Action<IdentifyQueue, TimeSpan> change)
    {
        lock (_sync)
        {
            var now = _time.GetElapsedTime(_began);
            change(_queue, now);
            while (_queue.Advance(now) is { } next)
            {
                _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
                var seen = now;
                now = _time.GetElapsedTime(_began);
                // A timer counts from when it is set: if time has passed since the look at the clock, it would come late.
                if (now - seen < Precision)
                    return;
            }

            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
