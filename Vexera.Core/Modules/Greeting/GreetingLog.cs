using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Greeting;

/// <summary>Log messages of the greetings.</summary>
internal static partial class GreetingLog
{
    [LoggerMessage(8000, LogLevel.Information, "Thanked guild {Guild} for adding the bot, in channel {Channel}.")]
    public static partial void Thanked(ILogger logger, Snowflake guild, Snowflake channel);

    [LoggerMessage(8001, LogLevel.Information, "Guild {Guild} has no channel that the bot may write in; it is not thanked, and will not be.")]
    public static partial void NoChannel(ILogger logger, Snowflake guild);

    [LoggerMessage(8002, LogLevel.Warning, "Guild {Guild} could not be thanked in channel {Channel}, and will not be.")]
    public static partial void NotThanked(ILogger logger, Exception error, Snowflake guild, Snowflake channel);

    [LoggerMessage(8003, LogLevel.Warning, "{Count} known guilds could not be written into the ledger of thanks; they are tried again.")]
    public static partial void KnownNotWritten(ILogger logger, Exception error, int count);

    [LoggerMessage(8004, LogLevel.Warning, "Guild {Guild}, which waits for the ledger of thanks, could not be looked at; it is tried again.")]
    public static partial void Undecided(ILogger logger, Exception error, Snowflake guild);
}
