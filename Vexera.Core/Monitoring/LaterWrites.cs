using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Monitoring;

/// <summary>
/// Writes what the room keeps, on a loop of its own: who posts a write does not wait and hears of no failure. While the database is
/// in trouble writes are held, the last one for each key; what is too much is lost.
/// </summary>
internal sealed class LaterWrites(DeferredWrites deferred, TimeProvider time, ILogger<LaterWrites> logger) : BackgroundService
{
    private const int Most = 1_000;

    private readonly Channel<(string Key, Func<DbConnection, Task> Write)> _posted =
        Channel.CreateBounded<(string, Func<DbConnection, Task>)>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly LogPace _failures = new(TimeSpan.FromMinutes(1), time);

    /// <summary>Writes soon.</summary>
    /// <param name="key">What is written; of two writes with one key the later counts.</param>
    /// <param name="write">Writes within a transaction; may run again.</param>
    public void Post(string key, Func<DbConnection, Task> write) => _posted.Writer.TryWrite(("monitoring:" + key, write));

    /// <summary>Writes what is posted still.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _posted.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        await WriteAllAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await WriteAllAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        while (await _posted.Reader.WaitToReadAsync(cancellationToken))
        {
            // Taken away only once it is written, so that the stop finds what it interrupted.
            while (_posted.Reader.TryPeek(out var next))
            {
                await WriteAsync(next.Key, next.Write, cancellationToken);
                _posted.Reader.TryRead(out _);
            }
        }
    }

    private async Task WriteAsync(string key, Func<DbConnection, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await deferred.WriteAsync(key, write, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (_failures.TryTell(out var more))
                MonitoringLog.NotWritten(logger, failure.Message, more);
        }
    }
}
