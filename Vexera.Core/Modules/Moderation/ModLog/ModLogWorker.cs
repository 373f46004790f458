using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Rest;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>
/// Brings mod logs up to date, a few guilds at a time, after what somebody waits for. At the start it goes on with what an earlier
/// process left.
/// </summary>
internal sealed class ModLogWorker(
    ModLogStore store, ModLogQueue queue, ModLogPoster poster, IModuleSwitches switches, TimeProvider time, ILogger<ModLogWorker> logger)
    : BackgroundService
{
    /// <summary>How long a guild waits after something went wrong.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private const int Workers = 8;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var change = switches.OnChange(() => _ = AddWaitingAsync(stoppingToken));
        await Task.WhenAll([AddWaitingAsync(stoppingToken), .. Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken))]);
    }

    private async Task AddWaitingAsync(CancellationToken stoppingToken)
    {
        while (switches.IsOn(ModerationModule.ModuleName) && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var guild in await store.ListWaitingAsync(stoppingToken))
                    queue.Add(guild);
                return;
            }
            catch (Exception e) when (e is StorageException or DbException)
            {
                ModLogLog.NotRead(logger, e, Pause);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var guild = await queue.TakeAsync(stoppingToken);
            var outcome = await RunAsync(guild, stoppingToken);
            if (outcome.After is { } wait)
                _ = AddLaterAsync(guild, wait, stoppingToken);
            queue.Release(guild, outcome.Again);
        }
    }

    private async Task<ModLogOutcome> RunAsync(Snowflake guild, CancellationToken stoppingToken)
    {
        if (!switches.IsOn(ModerationModule.ModuleName))
            return ModLogOutcome.Done;
        try
        {
            return await RestPriority.InBackgroundAsync(() => poster.RunAsync(guild, stoppingToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ModLogLog.NotPosted(logger, e, guild, Pause);
            return ModLogOutcome.Later(Pause);
        }
    }

    private async Task AddLaterAsync(Snowflake guild, TimeSpan wait, CancellationToken stoppingToken)
    {
        await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        queue.Add(guild);
    }
}
