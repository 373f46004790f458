using System.Globalization;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>In which channel a guild wants its cases shown.</summary>
internal sealed class ModLogChannel(IGuildSettings settings)
{
    /// <summary>The name of the setting: a channel's id.</summary>
    public const string Setting = "modlog";

    /// <summary>The channel; null when the mod log is off.</summary>
    public async ValueTask<Snowflake?> FindAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        Read((await settings.GetAsync(guildId, cancellationToken))[Setting]);

    /// <summary>Whether the mod log is off, as far as that is known without waiting.</summary>
    public bool IsSurelyOff(Snowflake guildId) => settings.TryGet(guildId, out var known) && Read(known[Setting]) is null;

    /// <summary>Chooses a channel, or with null none.</summary>
    /// <exception cref="StorageException">It could not be written; nothing changed.</exception>
    public Task SetAsync(Snowflake guildId, Snowflake? channelId, CancellationToken cancellationToken) =>
        settings.SetAsync(guildId, Setting, channelId?.ToString(), cancellationToken);

    private static Snowflake? Read(string? value) => Snowflake.TryParse(value, CultureInfo.InvariantCulture, out var channel) ? channel : null;
}
