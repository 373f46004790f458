using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Scheduling;

/// <summary>
/// How much work there is, for the meter: counted at start, and after that at most once a minute while something changes.
/// </summary>
internal sealed class PendingWork(DueWorkStore store, VexeraMetrics metrics, TimeProvider time) : BackgroundService
{
    /// <summary>How old the number is at most, once something has changed.</summary>
    public static readonly TimeSpan CountEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _changed = new(1, 1);
    private readonly Lock _access = new();

    /// <summary>Something may have come or gone.</summary>
    public void NoteChange()
    {
        lock (_access)
        {
            if (_changed.CurrentCount == 0)
                _changed.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _changed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _changed.WaitAsync(stoppingToken);
            try
            {
                var count = await store.CountAsync(stoppingToken);
                metrics.DueWorkPending.Source = () => count;
            }
            catch (Exception e) when (e is StorageException or DbException)
            {
                // The trouble is told by those whom it keeps from something.
                NoteChange();
            }

            await Task.Delay(CountEvery, time, stoppingToken);
        }
    }
}
