using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.State.Durable;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.State.Sessions;

/// <summary>
/// Writes what the shards' journals hold behind them, all shards in one transaction. While the database cannot be used everything
/// stays in memory, each guild once, and is tried again after growing waits. Register it before what the last events come from:
/// hosted services stop in reverse order, and what is handled until then is committed at the end.
/// </summary>
internal sealed class StateWriter(
    StateJournal journal,
    SelfState self,
    IStateStore store,
    ISelfStore selfStore,
    IOptions<StateOptions> options,
    StorageHealth health,
    VexeraMetrics metrics,
    TimeProvider time,
    ILogger<StateWriter> logger) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _interval = options.Value.WriteInterval;
    private readonly LogPace _failurePace = new(TimeSpan.FromMinutes(1), time);
    private long _committedAt = time.GetTimestamp();
    private int _failures;

    /// <summary>How long to wait before the next commit.</summary>
    private TimeSpan Wait
    {
        get
        {
            var wait = _interval * Math.Pow(2, Math.Min(_failures, 16));
            return wait < LongestWait || _failures == 0 ? wait : LongestWait;
        }
    }

    /// <summary>Commits what can be committed now. One call at a time.</summary>
    /// <returns>False when the database could not be used; everything is kept.</returns>
    public async Task<bool> CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            var began = time.GetTimestamp();
            await SaveSelfAsync(cancellationToken);
            var commit = journal.Prepare();
            if (!commit.IsEmpty)
            {
                await store.CommitAsync(commit.State, cancellationToken);
                journal.Committed(commit);
                Count(commit, began);
            }

            _committedAt = began;
            if (_failures > 0)
                StateLog.WritesAgain(logger, _failures);
            _failures = 0;
            health.NoteSuccess(StorageWork.State);
            return true;
        }
        catch (StorageException failure)
        {
            _failures++;
            metrics.StateCommitsFailed.Add(1);
            health.NoteFailure(failure, StorageWork.State);
            if (_failurePace.TryTell(out _))
                StateLog.NotWritten(logger, journal.Uncommitted, failure.Message);
            return false;
        }
    }

    /// <summary>Makes the last commit, once nothing is handled any more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            while (!await CommitAsync(cancellationToken))
                await Task.Delay(Wait, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            StateLog.LastNotWritten(logger, journal.Uncommitted);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.StateLag.Source = () => time.GetElapsedTime(Volatile.Read(ref _committedAt)).TotalSeconds;
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(stoppingToken);
            // A commit that has begun is finished: half of one would be nothing.
            if (!stoppingToken.IsCancellationRequested)
                await CommitAsync(CancellationToken.None);
        }
    }

    // A session that has begun is written at once: from then on the bot can be killed and loses nothing.
    private async Task WaitAsync(CancellationToken stopping)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var delay = Task.Delay(Wait, time, waiting.Token);
        var begun = _failures == 0 ? journal.WhenSessionBeginsAsync(waiting.Token) : delay;
        await Task.WhenAny(delay, begun);
        await waiting.CancelAsync();
        await Task.WhenAll(delay, begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // A session that is resumed has no READY that tells who the bot is, so that is on disk before any session is.
    private async Task SaveSelfAsync(CancellationToken cancellationToken)
    {
        if (self.TakeUnsaved() is not { } unsaved)
            return;
        try
        {
            await selfStore.SaveAsync(unsaved, cancellationToken);
        }
        catch
        {
            self.NotSaved();
            throw;
        }
    }

    private void Count(JournalCommit commit, long began)
    {
        metrics.StateCommits.Add(1);
        metrics.StateRecords.Add(commit.State.Guilds.Count);
        metrics.StateCommitDuration.Record(time.GetElapsedTime(began).TotalSeconds);
        metrics.StateCommitLag.Record(time.GetElapsedTime(_committedAt).TotalSeconds);
    }
}
