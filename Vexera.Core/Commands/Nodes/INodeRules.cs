using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Nodes;

/// <summary>The permission rules of guilds.</summary>
internal interface INodeRules
{
    /// <summary>A guild's rules if they are at hand, without waiting or allocating.</summary>
    bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildNodes? nodes);

    /// <summary>
    /// A guild's rules, from memory or the database; null while they cannot be read and are not in memory. What then may be done
    /// <see cref="NodeDecision"/> says.
    /// </summary>
    ValueTask<GuildNodes?> FindAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>A guild's rules, from memory or the database.</summary>
    /// <exception cref="Storage.StorageException">They cannot be read.</exception>
    ValueTask<GuildNodes> ReadAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>
    /// Sets all of a guild's rules together with what else the transaction writes, within the guild's turn of
    /// <see cref="Settings.GuildTurns"/>; after its commit call <see cref="Reload"/>.
    /// </summary>
    /// <param name="connection">The connection within a transaction of <see cref="Storage.IDatabase.WriteAsync"/>.</param>
    /// <param name="guildId">The guild.</param>
    /// <param name="nodes">Its rules.</param>
    Task ReplaceAsync(DbConnection connection, Snowflake guildId, GuildNodes nodes);

    /// <summary>Has later reads see what a transaction wrote.</summary>
    void Reload(Snowflake guildId);

    /// <summary>
    /// Changes a guild's rules. Changes take turns, so what <paramref name="change"/> is given is what it changes. Later reads see
    /// it, also while it cannot be written and is held in memory.
    /// </summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="change">Makes the new rules of the present ones; the same ones for no change.</param>
    /// <param name="cancellationToken">Ends the wait for one's turn.</param>
    /// <returns>True when it is written, or nothing was to be; false when it is held in memory for now.</returns>
    /// <exception cref="Storage.StorageException">
    /// The rules cannot be read, or nothing can be written and too much is held already; nothing changed.
    /// </exception>
    Task<bool> ChangeAsync(Snowflake guildId, Func<GuildNodes, GuildNodes> change, CancellationToken cancellationToken);
}
