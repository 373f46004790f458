namespace Vexera.Host.Hosting;

/// <summary>Log messages of the process: 9000 to 9009.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(9000, LogLevel.Information, "Vexera {Version} starts; settings: {File}")]
    public static partial void Starting(ILogger logger, string version, string file);

    [LoggerMessage(9001, LogLevel.Information, "Vexera has stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(9002, LogLevel.Critical, "Vexera cannot go on")]
    public static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(9003, LogLevel.Warning, "Logs cannot be written to {Folder}, so only the console has them: {Refusal}")]
    public static partial void WithoutFiles(ILogger logger, string folder, string refusal);

    [LoggerMessage(9004, LogLevel.Debug, "Memory of the start is given back: {Before} MB to {After} MB in {Duration}")]
    public static partial void Collected(ILogger logger, long before, long after, TimeSpan duration);
}
