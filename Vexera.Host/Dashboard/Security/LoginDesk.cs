using Vexera.Host.Dashboard.Audit;

namespace Vexera.Host.Dashboard.Security;

/// <summary>Decides who may come in with the key, begins and ends sessions, and writes down each attempt.</summary>
internal sealed class LoginDesk(
    DashboardOptions options, LoginSessions sessions, LoginLockout lockout, AuditList audit, TimeProvider time)
{
    /// <summary>Tries a key.</summary>
    /// <param name="http">The request.</param>
    /// <param name="key">What was typed.</param>
    /// <returns>Why it was refused, for people; null when the visitor is in.</returns>
    public async Task<string?> TryKeyAsync(HttpContext http, string? key)
    {
        if (Locked(http) is { } locked)
            return locked;
        if (options.AdminKey is { } expected && RouteKey.IsSame(expected.Reveal(), key ?? ""))
        {
            await EnterAsync(http, DashboardText.WithTheKey);
            return null;
        }

        return await RefuseAsync(http, DashboardText.WithTheKey, DashboardText.WrongKey);
    }

    /// <summary>Why this visitor may not try now, with the time; null when they may. The answer's status is set then.</summary>
    public string? Locked(HttpContext http) =>
        lockout.LockedUntil(http.Connection.RemoteIpAddress) is { } until ? TellLocked(http, until) : null;

    /// <summary>Lets a visitor in.</summary>
    public async Task EnterAsync(HttpContext http, string name)
    {
        lockout.Succeed(http.Connection.RemoteIpAddress);
        http.Response.Cookies.Append(LoginGate.Cookie, sessions.Begin(name), CookieOptions(http));
        await audit.AddAsync(new Visitor(name, FromOf(http), null), DashboardText.AuditLogin, DashboardText.OutcomeDone);
    }

    /// <summary>Sends a visitor away.</summary>
    /// <returns>What to tell them.</returns>
    public async Task<string> RefuseAsync(HttpContext http, string name, string reason)
    {
        var until = lockout.Fail(http.Connection.RemoteIpAddress);
        await audit.AddAsync(new Visitor(name, FromOf(http), null), DashboardText.AuditLogin, DashboardText.OutcomeRefused);
        if (until is { } locked)
            return TellLocked(http, locked);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return reason;
    }

    /// <summary>Ends the visitor's session.</summary>
    public async Task LeaveAsync(HttpContext http)
    {
        if (sessions.Find(http.Request.Cookies[LoginGate.Cookie]) is var (key, name))
        {
            sessions.End(key);
            await audit.AddAsync(new Visitor(name, FromOf(http), null), DashboardText.AuditLogout, DashboardText.OutcomeDone);
        }

        http.Response.Cookies.Delete(LoginGate.Cookie, CookieOptions(http));
    }

    private string TellLocked(HttpContext http, DateTimeOffset until)
    {
        var wait = until - time.GetUtcNow();
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        return DashboardText.LockedOut.With(Live.Figures.Span(TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds))), until.UtcDateTime);
    }

    // Coming back from Discord is a step from another site, which Strict would not send the cookie with.
    private CookieOptions CookieOptions(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = options.SignIn.ClientSecret is null ? SameSiteMode.Strict : SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/",
    };

    private static string FromOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "?";
}
