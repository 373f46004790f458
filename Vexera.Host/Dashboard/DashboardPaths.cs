namespace Vexera.Host.Dashboard;

/// <summary>Where things are on the dashboard's web server.</summary>
internal static class DashboardPaths
{
    /// <summary>Whether the process answers at all.</summary>
    public const string Live = "/health/live";

    /// <summary>Whether the bot does its work.</summary>
    public const string Ready = "/health/ready";

    /// <summary>The login page.</summary>
    public const string Login = "/login";

    /// <summary>Where Discord sends the browser back to.</summary>
    public const string DiscordLogin = "/login/discord";
}
