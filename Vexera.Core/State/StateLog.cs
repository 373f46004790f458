using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.State;

/// <summary>Log messages of State: 3100 and on.</summary>
internal static partial class StateLog
{
    [LoggerMessage(3100, LogLevel.Warning, "What changed in {Guilds} guilds cannot be written to the database, is kept in memory and tried again: {Reason}")]
    public static partial void NotWritten(ILogger logger, int guilds, string reason);

    [LoggerMessage(3101, LogLevel.Information, "The guilds' states are written to the database again, after {Failures} failures")]
    public static partial void WritesAgain(ILogger logger, int failures);

    [LoggerMessage(3102, LogLevel.Error, "The bot stops before what changed in {Guilds} guilds could be written to the database; Discord sends it again after the start")]
    public static partial void LastNotWritten(ILogger logger, int guilds);

    [LoggerMessage(3103, LogLevel.Information, "{Guilds} guilds and {Sessions} sessions are known from before")]
    public static partial void Restored(ILogger logger, int guilds, int sessions);

    [LoggerMessage(3104, LogLevel.Warning, "The sessions from before cannot be resumed, so the shards identify anew: {Reason}")]
    public static partial void SessionsUnusable(ILogger logger, string reason);

    [LoggerMessage(3110, LogLevel.Debug, "The state of guild {GuildId} cannot be read from the database")]
    public static partial void ReadFailed(ILogger logger, Snowflake guildId, Exception failure);

    [LoggerMessage(3111, LogLevel.Warning, "The state of guild {GuildId} on disk is damaged; Discord is asked for it instead")]
    public static partial void RecordDamaged(ILogger logger, Snowflake guildId);
}
