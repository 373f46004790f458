using System.ComponentModel.DataAnnotations;
using Vexera.Core;

namespace Vexera.Host.Dashboard;

/// <summary>The operator's web page, in the bot's own process.</summary>
public sealed class DashboardOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Dashboard";

    /// <summary>Whether the web server with the dashboard and the health checks runs. On unless set. Read at start.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Where it listens: one or more http addresses with semicolons between them, each with an IP address or localhost, such as
    /// http://127.0.0.1:5080; port 0 takes any free one. Anything but this machine's loopback needs an AdminKey or
    /// SignIn:ClientSecret. http://127.0.0.1:5080 unless set. Read at start.
    /// </summary>
    [Required]
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>
    /// Names by which browsers may call the page, besides its IP addresses and localhost: what stands in the address bar when a
    /// proxy is in front, such as bot.example.org. Any entry needs an AdminKey or SignIn:ClientSecret. None unless set. Read at
    /// start.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// IP addresses of proxies in front of the page, such as 127.0.0.1. What they say in X-Forwarded-For and X-Forwarded-Proto about
    /// a visitor is believed; without it all visitors through a proxy count as one for the lock-out. None unless set. Read at start.
    /// </summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>
    /// The key that the login page asks for; a secret of at least 12 characters, better kept in the environment
    /// (Dashboard__AdminKey) or user secrets. Without one nobody has to log in, and only this machine can connect. None unless
    /// set. Read at start.
    /// </summary>
    public Secret? AdminKey { get; set; }

    /// <summary>Sign-in with Discord for the bot's owners.</summary>
    public DashboardSignInOptions SignIn { get; set; } = new();

    /// <summary>
    /// How long a shard that lost its connection may take to come back before /health/ready says no. 0 to 1 hour, 1 minute unless
    /// set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReadyAllowance { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>Sign-in with Discord: the accounts in <c>Commands:Owners</c> and the application's owner may come in.</summary>
public sealed class DashboardSignInOptions
{
    /// <summary>
    /// The client secret of the bot's application, from https://discord.com/developers/applications (OAuth2); a secret. With it
    /// the login page offers Discord. None unless set. Read at start.
    /// </summary>
    public Secret? ClientSecret { get; set; }

    /// <summary>
    /// The dashboard's own address as the browser sees it, followed by /login/discord, such as
    /// https://bot.example.org/login/discord; it must be among the application's redirects in the developer portal. ClientSecret
    /// needs one. None unless set. Read at start.
    /// </summary>
    public Uri? RedirectUrl { get; set; }
}
