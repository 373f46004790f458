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

    /// <summary>Ends a session; takes a POST.</summary>
    public const string Logout = "/logout";

    /// <summary>Where scripts and styles are.</summary>
    public const string Assets = "/dashboard";

    /// <summary>Sends the browser to Discord.</summary>
    public const string DiscordStart = "/login/start";

    /// <summary>Where Discord sends the browser back to.</summary>
    public const string DiscordLogin = "/login/discord";
}
