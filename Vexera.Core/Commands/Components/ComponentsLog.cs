using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Components;

/// <summary>Log messages of buttons, selects, pages and confirmations.</summary>
internal static partial class ComponentsLog
{
    [LoggerMessage(10900, LogLevel.Error, "Component {Component} failed; error id {ErrorId}, guild {Guild}, user {User}, cause {Cause}.")]
    public static partial void Failed(ILogger logger, Exception error, string component, string errorId, Snowflake? guild, Snowflake user, Snowflake cause);

    [LoggerMessage(10901, LogLevel.Warning, "The answer of component {Component} could not be sent: guild {Guild}, channel {Channel}, cause {Cause}.")]
    public static partial void AnswerFailed(ILogger logger, Exception error, string component, Snowflake? guild, Snowflake channel, Snowflake cause);

    [LoggerMessage(10902, LogLevel.Warning, "The pages of an answer cannot be kept; it is sent as a file instead. Cause {Cause}.")]
    public static partial void PagesNotKept(ILogger logger, Exception error, Snowflake cause);

    [LoggerMessage(10903, LogLevel.Information, "A question could not be marked as expired: {Reason}. Its buttons answer nevertheless. Cause {Cause}.")]
    public static partial void ExpiryNotShown(ILogger logger, string reason, Snowflake cause);
}
