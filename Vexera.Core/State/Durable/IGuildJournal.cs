using Vexera.Core.Discord;

namespace Vexera.Core.State.Durable;

/// <summary>Where a change of a guild waits until it is committed together with the session of its shard. Safe for all threads.</summary>
internal interface IGuildJournal
{
    /// <summary>Bytes of the records that wait here, about.</summary>
    long Bytes { get; }

    /// <summary>
    /// Writes down what a guild is now. It is found by <see cref="TryGet"/> at once, and is part of what is committed once the
    /// event that the shard is applying has been applied whole.
    /// </summary>
    /// <param name="shard">The shard whose event changed the guild.</param>
    /// <param name="write">The guild after the change; the last write of a guild counts.</param>
    void Write(ShardKey shard, in GuildWrite write);

    /// <summary>The last write of a guild that is not committed yet. Ask before <see cref="IStateStore.ReadAsync"/>.</summary>
    bool TryGet(Snowflake guildId, out GuildWrite write);
}
