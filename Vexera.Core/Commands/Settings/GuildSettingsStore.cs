using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Settings;

/// <summary>What guilds have set, in the table guild_settings.</summary>
internal sealed class GuildSettingsStore(
    IDatabase database, DeferredWrites later, IOptions<CommandsOptions> options, ILogger<GuildSettingsStore> logger)
    : SettingsStore(new SettingsTable("guild_settings", "guild_id"), options.Value.CachedGuilds, database, later, logger), IGuildSettings;
