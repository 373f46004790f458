using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vexera.Host.Dashboard.Components;

namespace Vexera.Host.Dashboard.Security;

/// <summary>The login page, and the way out.</summary>
internal static class LoginRoutes
{
    private const int LongestKey = 1_024;

    /// <summary>Maps them. Forms carry an anti-forgery token.</summary>
    public static void MapLogin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardPaths.Login, (HttpContext http, LoginDesk desk, string? next) => Page(desk.Locked(http), next));
        endpoints.MapPost(DashboardPaths.Login, async (HttpContext http, LoginDesk desk, [FromForm] string? key, [FromForm] string? next) =>
            await desk.TryKeyAsync(http, key is { Length: <= LongestKey } ? key : null) is { } refusal
                ? Page(refusal, next)
                : (IResult)TypedResults.LocalRedirect(Target(next)));
        endpoints.MapPost(DashboardPaths.Logout, async (HttpContext http, LoginDesk desk, [FromForm] string? next) =>
        {
            await desk.LeaveAsync(http);
            return TypedResults.LocalRedirect(DashboardPaths.Login);
        });
    }

    /// <summary>The login page with what went wrong.</summary>
    internal static RazorComponentResult Page(string? refusal, string? next) => new RazorComponentResult<LoginDocument>(
        new Dictionary<string, object?> { [nameof(LoginDocument.Refusal)] = refusal, [nameof(LoginDocument.Next)] = Target(next) });

    /// <summary>Where to go after the login: a page of this server's, and nothing else.</summary>
    internal static string Target(string? next) =>
        next is ['/', not '/' and not '\\', ..] && !next.AsSpan().ContainsAny('\\', '\r', '\n') ? next : "/";
}
