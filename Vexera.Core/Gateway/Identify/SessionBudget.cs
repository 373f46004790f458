using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway.Identify;

/// <summary>
/// The budget as this process and its ledger know it. Waits are measured on a clock that only goes forward; the machine's clock
/// is asked only for what is told and put on record.
/// </summary>
internal sealed class SessionBudget : ISessionBudget
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // Two tellings of the same instant differ by what answers take and clocks are set right by.
    private static readonly TimeSpan SameInstant = TimeSpan.FromMinutes(5);

    private readonly Lock _sync = new();
    private readonly int _reserve;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly IdentifyRecorder _recorder;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _began;
    private int _total = int.MaxValue;
    private int _taken;
    private int _unsent;
    private DateTimeOffset _sentBy = DateTimeOffset.UnixEpoch;
    private long _renewedAt;
    private TimeSpan _lasts = Day;
    private int _waiting;
    private bool _told;

    public SessionBudget(IIdentifyLedger ledger, IOptions<GatewayOptions> options, TimeProvider time, ILogger<SessionBudget> logger)
    {
        _reserve = options.Value.IdentifyReserve;
        _time = time;
        _logger = logger;
        _recorder = new IdentifyRecorder(ledger, time, logger);
        _renewedAt = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public DateTimeOffset? RenewsAt
    {
        get
        {
            lock (_sync)
                return _waiting > 0 ? Current.RenewsAt : null;
        }
    }

    /// <inheritdoc/>
    public int Available
    {
        get
        {
            lock (_sync)
                return Math.Max(0, _total - _taken - Kept);
        }
    }

    /// <inheritdoc/>
    public TimeSpan? SentBefore { get; private set; }

    private int Kept => Math.Min(_reserve, _total / 10);

    private TimeSpan Rest => _lasts - _time.GetElapsedTime(_renewedAt);

    // To the second, so that asking twice gives the same record.
    private IdentifyRecord Current
    {
        get
        {
            var renewsAt = _time.GetUtcNow() + (Rest > TimeSpan.Zero ? Rest : TimeSpan.Zero);
            var toTheSecond = DateTimeOffset.FromUnixTimeSeconds((long)Math.Round(renewsAt.ToUnixTimeMilliseconds() / 1000.0));
            return new IdentifyRecord(_taken, _total, toTheSecond, _sentBy);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RenewAsync(SessionStartLimit limit, CancellationToken cancellationToken)
    {
        var known = _began ? null : await _recorder.ReadAsync(cancellationToken);
        lock (_sync)
        {
            if (_began)
                known = Current;
            else if (known is not null)
                Learn(known);
            Renew(limit, known);
            _began = true;
        }

        await RecordAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        await WaitAndTakeAsync(cancellationToken);
        try
        {
            await RecordAsync(cancellationToken);
        }
        catch
        {
            GiveBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public void GiveBack()
    {
        lock (_sync)
        {
            _taken = Math.Max(0, _taken - 1);
            _unsent--;
            Wake();
        }
    }

    /// <inheritdoc/>
    public void Sent()
    {
        lock (_sync)
        {
            _unsent--;
            Note();
        }

        // Who sent it need not wait; until it is on record a later moment is.
        _ = RecordAsync(CancellationToken.None);
    }

    private async Task WaitAndTakeAsync(CancellationToken cancellationToken)
    {
        var waits = false;
        try
        {
            while (TryTake(ref waits, out var changed) is { } wait)
            {
                await changed.WaitAsync(wait, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            if (waits)
            {
                lock (_sync)
                    _waiting--;
            }
        }
    }

    // How long to wait before the next try, or null when one was taken.
    private TimeSpan? TryTake(ref bool waits, out Task changed)
    {
        lock (_sync)
        {
            changed = _changed.Task;
            if (Rest <= TimeSpan.Zero)
                Begin(0, _total, Day);
            var remaining = _total - _taken;
            if (remaining > Kept)
            {
                _taken++;
                _unsent++;
                Note();
                return null;
            }

            if (!waits)
                _waiting++;
            waits = true;
            if (!_told)
                GatewayLog.BudgetLow(_logger, Math.Max(0, remaining), _total, Current.RenewsAt);
            _told = true;
            return Rest;
        }
    }

    // When Discord renews later than the record says, a new day has begun since it was written, and it counts no more.
    private void Renew(SessionStartLimit limit, IdentifyRecord? known)
    {
        var lasts = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 0, Day.TotalMilliseconds));
        var counts = known is not null && _time.GetUtcNow() + lasts <= known.RenewsAt + SameInstant;
        Begin(Math.Max(limit.Total - limit.Remaining, counts ? known!.Taken : 0), limit.Total, lasts);
        Wake();
    }

    private void Begin(int taken, int total, TimeSpan lasts)
    {
        _taken = taken;
        _total = total;
        _lasts = lasts;
        _renewedAt = _time.GetTimestamp();
        _told = false;
    }

    // One that was taken waits for its bucket, no longer than a window.
    private void Note() => _sentBy = _time.GetUtcNow() + (_unsent > 0 ? IdentifyWindow.Length : TimeSpan.Zero);

    // A clock that was moved back since must not close the gate for longer.
    private void Learn(IdentifyRecord known)
    {
        var before = known.SentBy - _time.GetUtcNow();
        SentBefore = before < IdentifyWindow.Length ? before : IdentifyWindow.Length;
        _sentBy = known.SentBy;
    }

    private void Wake()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private Task RecordAsync(CancellationToken cancellationToken)
    {
        return _began ? _recorder.WriteAsync(Now, cancellationToken) : Task.CompletedTask;

        IdentifyRecord Now()
        {
            lock (_sync)
                return Current;
        }
    }
}
