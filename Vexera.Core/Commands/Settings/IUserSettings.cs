using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Settings;

/// <summary>What users have set for themselves, on every server.</summary>
internal interface IUserSettings
{
    /// <summary>A user's settings if they are at hand, without waiting or allocating.</summary>
    bool TryGet(Snowflake id, [NotNullWhen(true)] out SettingValues? settings);

    /// <summary>A user's settings; the defaults while they cannot be read.</summary>
    ValueTask<SettingValues> GetAsync(Snowflake id, CancellationToken cancellationToken);

    /// <summary>
    /// Sets one, or with null goes back to its default. Later reads see it, also while it cannot be written and is held in memory.
    /// </summary>
    /// <exception cref="Storage.StorageException">It could not be written, and too much is held already; nothing changed.</exception>
    Task SetAsync(Snowflake id, string name, string? value, CancellationToken cancellationToken);
}
