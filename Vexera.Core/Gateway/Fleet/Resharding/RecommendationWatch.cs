using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Net;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet.Resharding;

/// <summary>
/// Asks Discord from time to time how many shards it recommends, when the count is Discord's. Takes up a higher number by a reshard
/// or tells of it, as <see cref="GatewayOptions.Reshard"/> says.
/// </summary>
internal sealed class RecommendationWatch(
    IGatewayBotSource source,
    FreshLimits limits,
    ServingFleet serving,
    IReshardControl resharder,
    IOptions<GatewayOptions> options,
    ReshardTiming timing,
    IJitter jitter,
    ILogger<RecommendationWatch> logger) : BackgroundService
{
    private long? _gaveUpAt;
    private int _told;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ShardCount != 0)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(timing.AskEvery * (0.9 + (0.2 * jitter.Next())), timing.Time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                ReshardLog.NotAsked(logger, failure.Message, timing.AskEvery);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        if (serving.Run?.Fleet.Plan.Count is not { } current)
            return;
        var bot = await source.GetAsync(stopping);
        await limits.TakeAsync(bot, stopping);
        if (bot.Shards <= current || resharder.Progress is not null)
            return;
        if (options.Value.Reshard == GatewayReshard.Automatic)
            await ReshardAsync(bot.Shards, stopping);
        else if (Interlocked.Exchange(ref _told, bot.Shards) != bot.Shards)
            GatewayLog.OtherCountRecommended(logger, bot.Shards, current);
    }

    private async Task ReshardAsync(int count, CancellationToken stopping)
    {
        if (_gaveUpAt is { } at && timing.Time.GetElapsedTime(at) < timing.RetryAfter)
            return;
        var answer = await resharder.TryReshardAsync(count, stopping);
        if (answer.Running is not { } running)
            ReshardLog.Refused(logger, count, answer.Refusal!.Value, timing.AskEvery);
        else if ((await running).End != ReshardEnd.TakenOver)
            _gaveUpAt = timing.Time.GetTimestamp();
    }
}
