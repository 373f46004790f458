using Vexera.Core.Discord;

namespace Vexera.Core.Shards;

/// <summary>The fleet at one moment, for people and for checks.</summary>
internal interface IFleetStatus
{
    /// <summary>How many shards the bot has in all, over all processes; 0 before that is known.</summary>
    int ShardCount { get; }

    /// <summary>Intents that are configured and that Discord refused, so that the bot goes on without them.</summary>
    GatewayIntents RefusedIntents { get; }

    /// <summary>This process's shards by number; empty before the count is known.</summary>
    IReadOnlyList<ShardStatus> Shards { get; }

    /// <summary>
    /// When Discord renews the day's budget of IDENTIFYs, in UTC, while shards wait for that; null while none has to.
    /// </summary>
    DateTimeOffset? IdentifiesRenewAt { get; }

    /// <summary>
    /// How many IDENTIFYs may be sent before shards have to wait for the next day, the reserve left out; null before Discord told
    /// the budget.
    /// </summary>
    int? IdentifiesLeft { get; }
}
