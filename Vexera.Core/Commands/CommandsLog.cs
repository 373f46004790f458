using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands;

/// <summary>Log messages of the commands.</summary>
internal static partial class CommandsLog
{
    [LoggerMessage(5000, LogLevel.Error, "Command {Command} failed; error id {ErrorId}, guild {Guild}, user {User}, cause {Cause}.")]
    public static partial void Failed(ILogger logger, Exception error, string command, string errorId, Snowflake? guild, Snowflake user, Snowflake cause);

    [LoggerMessage(5001, LogLevel.Warning, "The answer of command {Command} could not be sent: guild {Guild}, channel {Channel}, cause {Cause}.")]
    public static partial void AnswerFailed(ILogger logger, Exception error, string command, Snowflake? guild, Snowflake channel, Snowflake cause);

    [LoggerMessage(5002, LogLevel.Information, "The bot may not write in channel {Channel} of guild {Guild}; answers there are dropped. Said once for a channel.")]
    public static partial void CannotAnswer(ILogger logger, Snowflake channel, Snowflake? guild);

    [LoggerMessage(5003, LogLevel.Warning, "Command {Command} was given up because the bot stopped; cause {Cause}.")]
    public static partial void Abandoned(ILogger logger, string command, Snowflake cause);

    [LoggerMessage(5004, LogLevel.Warning, "No suggestions could be made for command {Command}; cause {Cause}.")]
    public static partial void SuggestionsFailed(ILogger logger, Exception error, string command, Snowflake cause);

    [LoggerMessage(5005, LogLevel.Debug, "Suggestions for command {Command} could not be sent; cause {Cause}.")]
    public static partial void SuggestionsUnsent(ILogger logger, Exception error, string command, Snowflake cause);

    [LoggerMessage(5010, LogLevel.Information, "Slash commands are registered with Discord: {Count}.")]
    public static partial void Registered(ILogger logger, int count);

    [LoggerMessage(5011, LogLevel.Debug, "Slash commands are as Discord has them; nothing sent.")]
    public static partial void AlreadyRegistered(ILogger logger);

    [LoggerMessage(5012, LogLevel.Warning, "Slash commands could not be registered; next attempt in {Delay}.")]
    public static partial void RegistrationFailed(ILogger logger, Exception error, TimeSpan delay);

    [LoggerMessage(5020, LogLevel.Warning, "Settings of guilds cannot be read; the defaults hold until they can.")]
    public static partial void SettingsUnreadable(ILogger logger, Exception error);

    [LoggerMessage(5021, LogLevel.Information, "Settings of guilds can be read again.")]
    public static partial void SettingsReadable(ILogger logger);

    [LoggerMessage(5022, LogLevel.Warning, "Commands:Disabled names '{Name}', which is no command; known are {Known}.")]
    public static partial void UnknownDisabled(ILogger logger, string name, string known);
}
