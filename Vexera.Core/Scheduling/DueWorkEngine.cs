using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage;

namespace Vexera.Core.Scheduling;

/// <summary>
/// Has work done when it is due, what is overdue at once: sleeps until the earliest, takes a turn at the database for what ended
/// and what is due now, and gives that to handlers. While nothing is due it asks the database nothing.
/// </summary>
internal sealed class DueWorkEngine(
    DueWorkStore store,
    DueWorkKinds kinds,
    DueWorkRunner runner,
    DueWorkSignal signal,
    PendingWork pending,
    IOptions<SchedulingOptions> options,
    TimeProvider time,
    ILogger<DueWorkEngine> logger)
    : BackgroundService
{
    /// <summary>How long the engine leaves a database alone that did not take its turn.</summary>
    public static readonly TimeSpan StoragePause = TimeSpan.FromSeconds(5);

    private readonly RunningWork _running = new();
    private readonly CancellationTokenSource _ending = new();

    // Something may be claimed that this engine knows nothing of: by the process before, or by a turn that failed at its commit.
    private bool _isUncertain = true;

    /// <summary>Completes when all that is due by now is done, written, and the engine asleep.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        do
        {
            await _running.WhenNoneAsync().WaitAsync(cancellationToken);
            await signal.WhenAsleepAsync().WaitAsync(cancellationToken);
            await Task.Yield();
        }
        while (_running.Count > 0 || _running.Ended.Count > 0 || !signal.WhenAsleepAsync().IsCompleted);
    }

    /// <summary>Hands out nothing more, lets handlers end as far as there is time, and writes how they did.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _running.WhenNoneAsync().WaitAsync(options.Value.DrainTimeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _ending.CancelAsync();
        await _running.WhenNoneAsync().WaitAsync(options.Value.HandlerGrace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (_running.Ended.Count > 0)
                await TakeTurnAsync(0, cancellationToken);
        }
        catch (Exception e) when (e is StorageException or DbException or OperationCanceledException)
        {
            SchedulingLog.NotWritten(logger, e, _running.Ended.Count);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _ending.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var change = kinds.OnChange(signal.Wake);
        var isFirst = true;
        while (true)
        {
            signal.Reset();
            try
            {
                if (isFirst)
                    await TellUnknownAsync(stoppingToken);
                isFirst = false;
                var next = await WorkAsync(stoppingToken);
                await signal.SleepAsync(next, stoppingToken);
            }
            catch (Exception e) when (e is StorageException or DbException)
            {
                SchedulingLog.Trouble(logger, e, StoragePause);
                await Task.Delay(StoragePause, time, stoppingToken);
            }
        }
    }

    // When to look again; null when only an event can change anything.
    private async Task<DateTimeOffset?> WorkAsync(CancellationToken cancellationToken)
    {
        var free = options.Value.MaxParallel - _running.Count;
        if (free == 0 && _running.Ended.Count == 0)
            return null;
        var turn = await TakeTurnAsync(free, cancellationToken);
        foreach (var claimed in turn.Claimed)
            _ = RunAsync(claimed);
        return turn.Claimed.Count == free ? null : turn.NextAt;
    }

    private async Task<Turn> TakeTurnAsync(int most, CancellationToken cancellationToken)
    {
        var (ended, busy, known) = _running.Look();
        var turn = new TurnRequest(ended, most == 0 ? [] : kinds.On, busy, most, time.GetUtcNow(), _isUncertain ? known : null);
        _isUncertain = true;
        var result = await store.TakeAsync(turn, cancellationToken);
        _isUncertain = false;
        _running.Forget(ended);
        if (ended.Count > 0)
            pending.NoteChange();
        // Before the next look at what is known.
        foreach (var claimed in result.Claimed)
            _running.Begin(claimed);
        return result;
    }

    private async Task RunAsync(ClaimedWork claimed)
    {
        var (ended, call) = await runner.RunAsync(claimed, _ending.Token);
        _running.End(ended, stillRuns: !call.IsCompleted);
        signal.Wake();
        if (call.IsCompleted)
            return;
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _running.Leave(claimed);
        signal.Wake();
    }

    private async Task TellUnknownAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in await store.KindsAsync(cancellationToken))
        {
            if (!kinds.Has(kind))
                SchedulingLog.Unknown(logger, kind);
        }
    }
}
