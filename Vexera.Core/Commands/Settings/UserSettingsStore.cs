using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Settings;

/// <summary>What users have set, in the table user_settings.</summary>
internal sealed class UserSettingsStore(
    IDatabase database, DeferredWrites later, IOptions<CommandsOptions> options, ILogger<UserSettingsStore> logger)
    : SettingsStore(new SettingsTable("user_settings", "user_id"), options.Value.CachedUsers, database, later, logger), IUserSettings;
