using System.Globalization;
using Vexera.Core.Discord;

namespace Vexera.Core.Events;

/// <summary>Where an event comes from; the same event always has the same origin, replays included.</summary>
/// <param name="ShardId">The shard that received it.</param>
/// <param name="ShardCount">Of how many; shards with the same number of two counts are two shards.</param>
/// <param name="SessionId">Discord's id of the session.</param>
/// <param name="Sequence">The event's number in the session.</param>
/// <param name="ReceivedAt">When its frame was complete: a timestamp of the TimeProvider.</param>
internal readonly record struct EventOrigin(int ShardId, int ShardCount, string SessionId, long Sequence, long ReceivedAt)
{
    /// <summary>A nonce for a message that answers <paramref name="cause"/>: the same for a replay, at most 25 characters.</summary>
    /// <param name="cause">The id of the message or interaction being answered.</param>
    public static string NonceFor(Snowflake cause) => string.Create(CultureInfo.InvariantCulture, $"v{cause.Value}");
}
