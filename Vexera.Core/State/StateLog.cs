using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.State;

/// <summary>Log messages of State: 3100 and on.</summary>
internal static partial class StateLog
{
    [LoggerMessage(3110, LogLevel.Debug, "The state of guild {GuildId} cannot be read from the database")]
    public static partial void ReadFailed(ILogger logger, Snowflake guildId, Exception failure);

    [LoggerMessage(3111, LogLevel.Warning, "The state of guild {GuildId} on disk is damaged; Discord is asked for it instead")]
    public static partial void RecordDamaged(ILogger logger, Snowflake guildId);
}
