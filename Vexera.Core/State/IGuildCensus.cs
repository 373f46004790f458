namespace Vexera.Core.State;

/// <summary>How many guilds each shard has.</summary>
internal interface IGuildCensus
{
    /// <summary>Counts the guilds by the shard that they belong to; goes through all of them.</summary>
    /// <param name="shardCount">How many shards the bot has in all, from 1.</param>
    /// <returns>For each shard, by its number, how many guilds it has.</returns>
    IReadOnlyList<int> CountByShard(int shardCount);
}
