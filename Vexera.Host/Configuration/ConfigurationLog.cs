namespace Vexera.Host.Configuration;

/// <summary>Log messages about settings that are edited while the bot runs: 9010 to 9019.</summary>
internal static partial class ConfigurationLog
{
    [LoggerMessage(9010, LogLevel.Information, "Settings taken from {File}; changed: {Paths}")]
    public static partial void Reloaded(ILogger logger, string file, string paths);

    [LoggerMessage(9011, LogLevel.Error, "The edited settings are refused, the old ones stay: {Problem}")]
    public static partial void Refused(ILogger logger, string problem);

    [LoggerMessage(9012, LogLevel.Warning, "Settings: {Problem}")]
    public static partial void Doubt(ILogger logger, string problem);
}
