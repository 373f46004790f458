namespace Vexera.Host.Dashboard;

/// <summary>Log messages about the web server.</summary>
internal static partial class DashboardLog
{
    [LoggerMessage(10300, LogLevel.Information, "The dashboard is at {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(10301, LogLevel.Warning, "The dashboard cannot listen on {Urls}; the bot runs on without it, and it is tried again: {Problem}")]
    public static partial void NotListening(ILogger logger, string urls, string problem);

    [LoggerMessage(10302, LogLevel.Error, "The dashboard's pages could not be loaded; the bot is not touched by that.")]
    public static partial void PagesFailed(ILogger logger, Exception error);

    [LoggerMessage(10303, LogLevel.Information, "Dashboard: {Who} ({From}): {Action}: {Outcome}")]
    public static partial void Audited(ILogger logger, string who, string from, string action, string outcome);

    [LoggerMessage(10304, LogLevel.Warning, "An entry of the dashboard's audit list could not be written.")]
    public static partial void NotAudited(ILogger logger, Exception error);
}
