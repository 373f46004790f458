using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Settings;

/// <summary>What guilds have set otherwise than the defaults.</summary>
internal interface IGuildSettings
{
    /// <summary>A guild's settings if they are at hand, without waiting or allocating.</summary>
    bool TryGet(Snowflake guildId, [NotNullWhen(true)] out SettingValues? settings);

    /// <summary>A guild's settings; the defaults while they cannot be read.</summary>
    ValueTask<SettingValues> GetAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>A guild's settings, from memory or the database.</summary>
    /// <exception cref="Storage.StorageException">They cannot be read.</exception>
    ValueTask<SettingValues> ReadAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>
    /// Sets one, or with null goes back to its default. Later reads see it, also while it cannot be written and is held in memory.
    /// </summary>
    /// <exception cref="Storage.StorageException">It could not be written, and too much is held already; nothing changed.</exception>
    Task SetAsync(Snowflake guildId, string name, string? value, CancellationToken cancellationToken);

    /// <summary>
    /// Sets one, or with null goes back to its default, together with what else the transaction writes; after its commit call
    /// <see cref="Reload"/>.
    /// </summary>
    /// <param name="connection">The connection within a transaction of <see cref="Storage.IDatabase.WriteAsync"/>.</param>
    /// <param name="guildId">The guild.</param>
    /// <param name="name">The setting.</param>
    /// <param name="value">Its value.</param>
    Task SetAsync(DbConnection connection, Snowflake guildId, string name, string? value);

    /// <summary>Has later reads see what a transaction wrote.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="names">The settings that were written.</param>
    void Reload(Snowflake guildId, IEnumerable<string> names);
}
