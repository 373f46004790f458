using Microsoft.AspNetCore.WebUtilities;

namespace Vexera.Host.Dashboard.Security;

/// <summary>Sends who is not logged in to the login page.</summary>
/// <param name="options">Whether there is a login.</param>
/// <param name="sessions">Who is logged in.</param>
internal sealed class LoginGate(DashboardOptions options, LoginSessions sessions)
{
    /// <summary>The cookie that holds the session's token.</summary>
    public const string Cookie = "vexera-dashboard";

    // What the login page itself needs; the same for everybody.
    private static readonly string[] Open = [DashboardPaths.Login, "/_content", DashboardPaths.Assets];

    /// <summary>Lets a request through, or not.</summary>
    public Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var from = http.Connection.RemoteIpAddress?.ToString() ?? "?";
        if (!options.RequiresLogin())
        {
            new Visitor(DashboardText.Anybody, from, null).Enter(http);
            return next(http);
        }

        if (sessions.Find(http.Request.Cookies[Cookie]) is var (key, name))
        {
            new Visitor(name, from, key).Enter(http);
            return next(http);
        }

        if (Open.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
            return next(http);
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            http.Response.Redirect(QueryHelpers.AddQueryString(DashboardPaths.Login, "next", http.Request.Path));
        else
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
