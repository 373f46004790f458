using Vexera.Core.Discord;

namespace Vexera.Core.State.Durable;

/// <summary>
/// Guild states and sessions on disk. What one <see cref="CommitAsync"/> writes is there whole or not at all, so what is on disk
/// is at every instant what each shard knew at one sequence number of its session.
/// </summary>
internal interface IStateStore
{
    /// <summary>The guilds that have a state on disk, without the states, and the sessions. Asked once, before shards start.</summary>
    /// <exception cref="Storage.StorageException">The database cannot be used.</exception>
    Task<SavedState> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The state of one guild as it was committed last; null when there is none or an empty one.</summary>
    /// <exception cref="Storage.StorageException">The database cannot be used.</exception>
    ValueTask<byte[]?> ReadAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>Writes guilds and sessions in one transaction.</summary>
    /// <exception cref="Storage.StorageException">Nothing was written.</exception>
    Task CommitAsync(StateCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Empties every guild's record, in one transaction. Which guilds the bot is in stays known, so that those that it left while
    /// away are noticed. A session that stays goes on: what follows is applied, and Discord is asked for the state of a guild when
    /// somebody needs it. Only while no shard runs.
    /// </summary>
    /// <param name="sessions">Whether every session is forgotten too, so that the next start identifies.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many records were emptied.</returns>
    /// <exception cref="Storage.StorageException">Nothing was changed.</exception>
    Task<int> PurgeAsync(bool sessions, CancellationToken cancellationToken);
}
