namespace Vexera.Host.Control;

/// <summary>Log messages of Control: 10400 and on.</summary>
internal static partial class ControlLog
{
    [LoggerMessage(10400, LogLevel.Debug, "Commands such as vexera status are answered at {Path}")]
    public static partial void Listening(ILogger logger, string path);

    [LoggerMessage(10401, LogLevel.Warning, "Commands such as vexera status cannot reach this bot, which works on without them. {Reason} Control:Socket names another place")]
    public static partial void NotListening(ILogger logger, string reason);

    [LoggerMessage(10402, LogLevel.Information, "The command line asked for {Command}")]
    public static partial void Done(ILogger logger, string command);

    [LoggerMessage(10403, LogLevel.Debug, "A connection of the command line was given up: {Reason}")]
    public static partial void Abandoned(ILogger logger, string reason);

    [LoggerMessage(10404, LogLevel.Error, "{Command}, which the command line asked for, failed")]
    public static partial void Failed(ILogger logger, string command, Exception failure);

    [LoggerMessage(10405, LogLevel.Warning, "A connection of the command line could not be taken: {Reason}")]
    public static partial void NotAccepted(ILogger logger, string reason);
}
