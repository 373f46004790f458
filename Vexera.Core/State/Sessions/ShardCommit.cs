using Vexera.Core.State.Durable;

namespace Vexera.Core.State.Sessions;

/// <summary>What of one shard is to be committed.</summary>
/// <param name="Shard">Whose it is.</param>
/// <param name="Guilds">The guilds that changed, as they were after <see cref="SavedSession.Sequence"/>.</param>
/// <param name="Session">The session.</param>
/// <param name="Behind">How many numbers later the shard is by now.</param>
internal sealed record ShardCommit(
    ShardJournal Shard, IReadOnlyCollection<GuildWrite> Guilds, SavedSession Session, long Behind);
