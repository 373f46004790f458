using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway.Identify;

/// <summary>
/// Lets shards IDENTIFY as fast as Discord allows and no faster: one for each bucket (shard_id modulo max_concurrency) every
/// 5 seconds, in the order they asked, within the day's budget. RESUME needs no permit.
/// Source: https://discord.com/developers/docs/events/gateway#sharding-max-concurrency.
/// </summary>
internal interface IIdentifyGate
{
    /// <summary>When shards stop waiting for the day's budget, in UTC; null while none waits for it.</summary>
    DateTimeOffset? BudgetRenewsAt { get; }

    /// <summary>How many IDENTIFYs the day's budget allows before shards have to wait, the reserve left out; from 0.</summary>
    int BudgetAvailable { get; }

    /// <summary>
    /// Takes what GET /gateway/bot said last; those who wait move to their new buckets in the order they asked. Before the first
    /// call there is one bucket and no budget.
    /// </summary>
    ValueTask ConfigureAsync(SessionStartLimit limit, CancellationToken cancellationToken);

    /// <summary>Waits for the shard's turn. The permit keeps its bucket closed until it is disposed.</summary>
    /// <param name="shardId">The shard, from 0.</param>
    /// <param name="cancellationToken">Gets out of the line; those behind move up.</param>
    ValueTask<IdentifyPermit> AcquireAsync(int shardId, CancellationToken cancellationToken);
}
