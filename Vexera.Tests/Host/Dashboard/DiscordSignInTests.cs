using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.State;
using Vexera.Sandbox;
using Vexera.Sandbox.OAuth;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Sign-in with Discord, against the sandbox's own OAuth2.</summary>
public sealed class DiscordSignInTests : IAsyncLifetime
{
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private SandboxServer _server = null!;
    private DashboardRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);
        var self = new FakeSelf();
        self.BecomeKnown(DemoWorld.BotId);
        _rig = new DashboardRig(
            new Dictionary<string, string?>
            {
                ["Discord:ApiBaseUrl"] = new Uri(_server.Address, "/api/v10").AbsoluteUri,
                ["Discord:Token"] = _server.BotToken,
                ["Dashboard:SignIn:ClientSecret"] = _server.Services.GetRequiredService<OAuthGrants>().SecretOf(DemoWorld.BotId),
                ["Dashboard:SignIn:RedirectUrl"] = "http://127.0.0.1:1/login/discord",
            },
            TimeProvider.System,
            services => services.AddSingleton<ISelf>(self));
        await _rig.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _server.DisposeAsync();
        _browser.Dispose();
    }

    [Fact]
    public async Task SignIn_Owner_ComesIn()
    {
        using var answer = await ComeBackAsync(await AgreeAsync(DemoWorld.People[0].Id));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/log");
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("vexera-dashboard=") && cookie.Contains("samesite=lax"));
        (await _rig.GetAsync("/audit")).Body.ShouldContain($"({DemoWorld.People[0].Id})");
    }

    [Fact]
    public async Task SignIn_SomebodyElse_IsToldWho()
    {
        using var answer = await ComeBackAsync(await AgreeAsync(DemoWorld.People[1].Id));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Commands:Owners");
        (await _rig.GetAsync("/")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task SignIn_CodeUsedTwiceOrStateOfAnother_IsRefused()
    {
        var back = await AgreeAsync(DemoWorld.People[0].Id);
        var foreign = QueryHelpers.AddQueryString("/login/discord", new Dictionary<string, string?> { ["code"] = "a", ["state"] = "b" });

        (await ComeBackAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ComeBackAsync(back)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the browser's cookie went with the first answer");
        (await _rig.GetAsync("/")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Token_OfScopeIdentify_TellsWhoAndNothingElse()
    {
        var grants = _server.Services.GetRequiredService<OAuthGrants>();
        var code = grants.Agree(new OAuthGrant(DemoWorld.BotId, DemoWorld.People[1].Id, "http://127.0.0.1:1/", null));
        var token = grants.Redeem(code, DemoWorld.BotId, "http://127.0.0.1:1/", null);
        grants.Redeem(code, DemoWorld.BotId, "http://127.0.0.1:1/", null).ShouldBeNull();

        (await AskAsync("users/@me", token!)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync("users/@me/guilds", token!)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync("users/@me", "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> AskAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Address, $"/api/v10/{path}"));
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Begins, agrees on Discord's page, and gives the way back.</summary>
    private async Task<string> AgreeAsync(ulong person)
    {
        using var begun = await _rig.Http.GetAsync("/login/start?next=/log", TestContext.Current.CancellationToken);
        begun.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var page = await _browser.GetAsync(begun.Headers.Location, TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var agreed = await _browser.GetAsync(
            QueryHelpers.AddQueryString(begun.Headers.Location!.AbsoluteUri, "as", $"{person}"), TestContext.Current.CancellationToken);
        agreed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return agreed.Headers.Location!.PathAndQuery;
    }

    private Task<HttpResponseMessage> ComeBackAsync(string back) => _rig.Http.GetAsync(back, TestContext.Current.CancellationToken);
}
