using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vexera.Host.Dashboard.Components;

namespace Vexera.Host.Dashboard.Security;

/// <summary>The login page, and the way out.</summary>
internal static class LoginRoutes
{
    private const int LongestKey = 1_024;
    private const string StateCookie = "vexera-login";

    /// <summary>Maps them. Forms carry an anti-forgery token.</summary>
    public static void MapLogin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardPaths.Login, (HttpContext http, LoginDesk desk, string? next) => Page(desk.Locked(http), next));
        endpoints.MapPost(DashboardPaths.Login, async (HttpContext http, LoginDesk desk, [FromForm] string? key, [FromForm] string? next) =>
            await desk.TryKeyAsync(http, key is { Length: <= LongestKey } ? key : null) is { } refusal
                ? Page(refusal, next)
                : (IResult)TypedResults.LocalRedirect(Target(next)));
        endpoints.MapGet(DashboardPaths.DiscordStart, Start);
        endpoints.MapGet(DashboardPaths.DiscordLogin, ComeBackAsync);
        endpoints.MapPost(DashboardPaths.Logout, async (HttpContext http, LoginDesk desk, [FromForm] string? next) =>
        {
            await desk.LeaveAsync(http);
            return TypedResults.LocalRedirect(DashboardPaths.Login);
        });
    }

    private static IResult Start(HttpContext http, LoginDesk desk, DiscordSignIn discord, DashboardOptions options, string? next)
    {
        if (options.SignIn.ClientSecret is null)
            return Results.NotFound();
        if (desk.Locked(http) is { } locked)
            return Page(locked, next);
        if (discord.Begin(Target(next)) is not var (address, state))
            return Page(DashboardText.SignInTooEarly, next);
        http.Response.Cookies.Append(StateCookie, state, StateCookieOptions(http));
        return TypedResults.Redirect(address);
    }

    private static async Task<IResult> ComeBackAsync(
        HttpContext http, LoginDesk desk, DiscordSignIn discord, DashboardOptions options, string? code, string? state)
    {
        if (options.SignIn.ClientSecret is null)
            return Results.NotFound();
        if (desk.Locked(http) is { } locked)
            return Page(locked, null);
        var result = await discord.EndAsync(state, http.Request.Cookies[StateCookie], code, http.RequestAborted);
        http.Response.Cookies.Delete(StateCookie, StateCookieOptions(http));
        if (result.Refusal is { } refusal)
            return Page(await desk.RefuseAsync(http, result.Name ?? DashboardText.WithDiscord, refusal), null);
        await desk.EnterAsync(http, result.Name!);
        return TypedResults.LocalRedirect(result.Next);
    }

    // The way back is a step from Discord's site, which Strict would not send it with.
    private static CookieOptions StateCookieOptions(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = DashboardPaths.Login,
        MaxAge = TimeSpan.FromMinutes(10),
    };

    /// <summary>The login page with what went wrong.</summary>
    internal static RazorComponentResult Page(string? refusal, string? next) => new RazorComponentResult<LoginDocument>(
        new Dictionary<string, object?> { [nameof(LoginDocument.Refusal)] = refusal, [nameof(LoginDocument.Next)] = Target(next) });

    /// <summary>Where to go after the login: a page of this server's, and nothing else.</summary>
    internal static string Target(string? next) =>
        next is ['/', not '/' and not '\\', ..] && !next.AsSpan().ContainsAny('\\', '\r', '\n') ? next : "/";
}
