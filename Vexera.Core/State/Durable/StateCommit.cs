using Vexera.Core.Discord;

namespace Vexera.Core.State.Durable;

/// <summary>What is written together.</summary>
/// <param name="Guilds">Guilds that changed, each once.</param>
/// <param name="Sessions">Sessions as they stand with these guilds written, each shard once.</param>
/// <param name="Ended">Shards that have no session any more.</param>
internal sealed record StateCommit(
    IReadOnlyList<GuildWrite> Guilds, IReadOnlyList<SavedSession> Sessions, IReadOnlyList<ShardKey> Ended);

/// <summary>One guild to be written.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="MemberCount">How many members it had when Discord last said so.</param>
/// <param name="IsAvailable">False during an outage of the guild.</param>
/// <param name="Record">
/// Its state in the form of <c>GuildRecord</c>; empty when it must be asked of Discord; null when the bot is out of the guild: its
/// row goes.
/// </param>
internal readonly record struct GuildWrite(Snowflake GuildId, int MemberCount, bool IsAvailable, ReadOnlyMemory<byte>? Record)
{
    /// <summary>Bytes of the record.</summary>
    public int Bytes => Record?.Length ?? 0;
}

/// <summary>A shard: shards with the same number of two counts are two shards.</summary>
/// <param name="ShardId">Its number, from 0.</param>
/// <param name="ShardCount">Of how many.</param>
internal readonly record struct ShardKey(int ShardId, int ShardCount);

/// <summary>A session as it stands on disk.</summary>
/// <param name="Shard">Whose session.</param>
/// <param name="SessionId">Discord's id of it.</param>
/// <param name="ResumeUrl">Where to resume it, or null for the main address.</param>
/// <param name="Sequence">The guilds on disk are as they were after this event, and every event up to it was handled.</param>
/// <param name="Handled">Which later events were handled too, in the form of <c>HandledWindow</c>; empty for none.</param>
internal sealed record SavedSession(
    ShardKey Shard, string SessionId, string? ResumeUrl, long Sequence, ReadOnlyMemory<byte> Handled);

/// <summary>What is on disk at start.</summary>
/// <param name="Guilds">Every guild with a state on disk.</param>
/// <param name="Sessions">Every session, of whatever shard count.</param>
internal sealed record SavedState(IReadOnlyList<SavedGuild> Guilds, IReadOnlyList<SavedSession> Sessions);

/// <summary>A guild that has a state on disk.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="MemberCount">How many members it had when Discord last said so.</param>
/// <param name="IsAvailable">False during an outage of the guild.</param>
internal readonly record struct SavedGuild(Snowflake GuildId, int MemberCount, bool IsAvailable);
