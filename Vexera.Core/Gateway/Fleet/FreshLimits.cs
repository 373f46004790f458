using Microsoft.Extensions.Logging;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// Keeps the gate's limits fresh: when the last answer is old as a shard is about to identify, Discord is asked anew, once for
/// all shards that wait. A failure leaves the limits as they were.
/// </summary>
internal sealed class FreshLimits(IGatewayBotSource source, IIdentifyGate gate, TimeProvider time, ILogger<FreshLimits> logger)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _sync = new();
    private Task _asking = Task.CompletedTask;
    private long? _askedAt;
    private int _recommended;

    /// <summary>Takes an answer that Discord gave just now.</summary>
    public async Task TakeAsync(GatewayBot bot, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            _askedAt = time.GetTimestamp();
            _recommended = bot.Shards;
        }

        await gate.ConfigureAsync(bot.SessionStartLimit, cancellationToken);
    }

    /// <summary>Completes when the limits are fresh, or when it is time to go on with those there are.</summary>
    /// <param name="shardCount">How many shards the fleet has in all.</param>
    /// <param name="cancellationToken">Ends the wait, not the question: others may wait for the answer too.</param>
    public Task RefreshAsync(int shardCount, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            if (_askedAt is not { } asked || time.GetElapsedTime(asked) >= Freshness)
            {
                _askedAt = time.GetTimestamp();
                _asking = AskAsync(shardCount);
            }

            return _asking.WaitAsync(cancellationToken);
        }
    }

    private async Task AskAsync(int shardCount)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            var bot = await source.GetAsync(patience.Token).WaitAsync(patience.Token);
            var before = _recommended;
            await TakeAsync(bot, patience.Token);
            if (bot.Shards != before && bot.Shards != shardCount)
                GatewayLog.OtherCountRecommended(logger, bot.Shards, shardCount);
        }
        catch (Exception failure)
        {
            GatewayLog.LimitsNotRefreshed(logger, failure.Message);
        }
    }
}
