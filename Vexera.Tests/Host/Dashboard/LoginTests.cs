using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Vexera.Core.Storage;
using Vexera.Host.Dashboard;
using Vexera.Host.Dashboard.Audit;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Who comes in, and who does not.</summary>
public sealed partial class LoginTests : IAsyncLifetime
{
    private const string Key = "correct horse battery";
    private readonly DashboardRig _rig = new(new Dictionary<string, string?> { ["Dashboard:AdminKey"] = Key });

    public async ValueTask InitializeAsync() => await _rig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Page_WithoutLogin_GoesToTheLoginPage()
    {
        using var answer = await AskAsync(HttpMethod.Get, "/log", accept: "text/html");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/login?next=%2Flog");
    }

    [Theory]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/")]
    public async Task AnythingElse_WithoutLogin_IsRefused(string path) =>
        (await AskAsync(HttpMethod.Post, path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Health_WithoutLogin_IsAnswered() => (await _rig.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Route_OfAnotherRoom_WantsTheKeyFromPrograms()
    {
        await using var rig = new DashboardRig(new Dictionary<string, string?> { ["Dashboard:AdminKey"] = Key }, routes: new Metrics());
        await rig.StartAsync();

        (await rig.GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        rig.Http.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");
        (await rig.GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        rig.Http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        (await rig.GetAsync("/metrics")).ShouldBe((HttpStatusCode.OK, "figures"));
        (await rig.GetAsync("/")).Status.ShouldBe(HttpStatusCode.Unauthorized, "pages want a session");
    }

    [Fact]
    public async Task Proxy_ThatIsTrusted_TellsTheVisitorsAddressAndScheme()
    {
        await using var rig = new DashboardRig(new Dictionary<string, string?> { ["Dashboard:AdminKey"] = Key, ["Dashboard:TrustedProxies:0"] = "127.0.0.1" });
        await rig.StartAsync();
        rig.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        rig.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var page = await rig.GetAsync("/login");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = Key, ["__RequestVerificationToken"] = Token().Match(page.Body).Groups[1].Value });

        using var answer = await rig.Http.PostAsync("/login", form, TestContext.Current.CancellationToken);

        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("vexera-dashboard=") && cookie.Contains("secure"));
        var entries = await new AuditList(
            rig.Services.GetRequiredService<IDatabase>(), rig.Services.GetRequiredService<DeferredWrites>(), rig.Clock, NullLogger<AuditList>.Instance)
            .NewestAsync(1, TestContext.Current.CancellationToken);
        entries.ShouldHaveSingleItem().From.ShouldBe("203.0.113.9");
    }

    [Fact]
    public async Task Login_WithTheKey_SetsACookieThatScriptsCannotRead()
    {
        using var answer = await LoginAsync(Key, next: "/log");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/log");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("vexera-dashboard=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain("secure");
        (await AskAsync(HttpMethod.Get, "/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("")]
    public async Task Login_WithAForeignTarget_StaysHere(string next) =>
        (await LoginAsync(Key, next)).Headers.Location!.OriginalString.ShouldBe("/");

    [Fact]
    public async Task Login_WithoutTheFormsToken_IsRefused()
    {
        using var answer = await AskAsync(HttpMethod.Post, "/login", new() { ["key"] = Key });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Login_WrongKeyAgainAndAgain_IsLockedOutForLongerEachTime()
    {
        for (var failures = 1; failures < 5; failures++)
            (await LoginAsync("wrong")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using (var fifth = await LoginAsync("wrong"))
        {
            fifth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            fifth.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
            (await BodyAsync(fifth)).ShouldContain("Try again in 30 s, at 12:00:30 UTC.");
        }

        (await LoginAsync(Key)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        _rig.Time.Advance(TimeSpan.FromSeconds(30));
        (await LoginAsync("wrong")).Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        _rig.Time.Advance(TimeSpan.FromSeconds(60));
        (await LoginAsync(Key)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Logout_Always_EndsTheSession()
    {
        await LoginAsync(Key);
        var page = await BodyAsync(await AskAsync(HttpMethod.Get, "/"));

        using var answer = await AskAsync(HttpMethod.Post, "/logout", new() { ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value });

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await AskAsync(HttpMethod.Get, "/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Session_NotUsed_EndsAfterTwelveHours()
    {
        await LoginAsync(Key);
        _rig.Time.Advance(TimeSpan.FromHours(11));
        (await AskAsync(HttpMethod.Get, "/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _rig.Time.Advance(TimeSpan.FromHours(12));

        (await AskAsync(HttpMethod.Get, "/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task LoginPage_Always_TellsBrowsersWhatItNeverDoes()
    {
        using var answer = await AskAsync(HttpMethod.Get, "/login");

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("same-origin");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await BodyAsync(answer)).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Login_Attempts_AreInTheAuditList()
    {
        await LoginAsync("wrong");
        await LoginAsync(Key);
        var page = await BodyAsync(await AskAsync(HttpMethod.Get, "/audit"));

        page.ShouldContain("the admin key");
        page.ShouldContain("127.0.0.1");
        page.IndexOf("Done.", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Refused.", StringComparison.Ordinal), "the newest comes first");
        page.ShouldNotContain(Key);
    }

    private sealed class Metrics : IDashboardRoutes
    {
        public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", () => "figures");
    }

    private async Task<HttpResponseMessage> LoginAsync(string key, string next = "/")
    {
        var page = await BodyAsync(await AskAsync(HttpMethod.Get, "/login"));
        return await AskAsync(
            HttpMethod.Post, "/login", new() { ["key"] = key, ["next"] = next, ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value });
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, Dictionary<string, string>? form = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return await _rig.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
