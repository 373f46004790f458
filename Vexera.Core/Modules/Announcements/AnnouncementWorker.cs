using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Dispatch;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Announcements;

/// <summary>
/// Sends what waits when its time has come: what an earlier process left, what Discord did not take, what waits for the next hour.
/// With the module off nothing is sent.
/// </summary>
internal sealed class AnnouncementWorker(
    AnnouncementStore store, AnnouncementDelivery delivery, IModuleSwitches switches, TimeProvider time, ILogger<AnnouncementWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Lock _waking = new();
    private volatile bool _isDelivering;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        delivery.Attempted += OnAttempted;
        using var change = switches.OnChange(Wake);
        try
        {
            while (true)
                await WaitAsync(await DeliverDueAsync(stoppingToken), stoppingToken);
        }
        finally
        {
            delivery.Attempted -= OnAttempted;
        }
    }

    // How long until the next one; null when none waits.
    private async Task<TimeSpan?> DeliverDueAsync(CancellationToken cancellationToken)
    {
        if (!switches.IsOn(AnnouncementsModule.ModuleName))
            return null;
        try
        {
            var waiting = await store.PendingAsync(cancellationToken);
            var isWell = true;
            _isDelivering = true;
            foreach (var one in waiting.Where(one => one.NextTryAt <= time.GetUtcNow() && switches.IsOn(AnnouncementsModule.ModuleName)))
                isWell &= await TryDeliverAsync(one.Number, cancellationToken);
            _isDelivering = false;
            if (!isWell)
                return LongPause;
            var left = await store.PendingAsync(cancellationToken);
            return left.Count == 0 ? null : left.Min(one => one.NextTryAt) - time.GetUtcNow();
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            _isDelivering = false;
            AnnouncementsLog.NotRead(logger, e, LongPause);
            return LongPause;
        }
    }

    private async Task<bool> TryDeliverAsync(long number, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(number, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageException or DbException))
        {
            AnnouncementsLog.Unexpected(logger, e, number);
            return false;
        }
    }

    private async Task WaitAsync(TimeSpan? delay, CancellationToken cancellationToken)
    {
        if (delay is not { } due)
        {
            await _wake.WaitAsync(cancellationToken);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_wake.WaitAsync(ended.Token), Task.Delay(due > TimeSpan.FromSeconds(1) ? due : TimeSpan.FromSeconds(1), time, ended.Token));
        await ended.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    // What this attempted itself it looks at anyway when it is through.
    private void OnAttempted()
    {
        if (!_isDelivering)
            Wake();
    }

    private void Wake()
    {
        lock (_waking)
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
    }
}
