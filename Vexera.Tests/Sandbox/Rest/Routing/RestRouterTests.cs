using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;

namespace Vexera.Tests.Sandbox.Rest.Routing;

public sealed class RestRouterTests
{
    private readonly RestRouter _router = new();

    public RestRouterTests()
    {
        foreach (var (method, template) in new[]
        {
            ("GET", "/users/{user_id}"), ("GET", "/users/@me"), ("PATCH", "/users/@me"),
            ("GET", "/channels/{channel_id}/messages/{message_id}"), ("POST", "/channels/{channel_id}/messages/bulk-delete"),
            ("POST", "/webhooks/{webhook_id}/{webhook_token}"),
        })
            _router.Add(new RestRoute(method, template, Access.Anyone, Limits.None, _ => throw new InvalidOperationException()));
    }

    [Theory]
    [InlineData("GET", "users/@me", "GET /users/@me")]
    [InlineData("GET", "users/80", "GET /users/{user_id}")]
    [InlineData("POST", "channels/1/messages/bulk-delete", "POST /channels/{channel_id}/messages/bulk-delete")]
    [InlineData("GET", "channels/1/messages/2", "GET /channels/{channel_id}/messages/{message_id}")]
    public void TryMatch_KnownPath_PrefersLiterals(string method, string path, string expected)
    {
        _router.TryMatch(method, path.Split('/'), out var route, out _).ShouldBeTrue();
        route.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("DELETE", "users/@me", true)]
    [InlineData("GET", "users", false)]
    [InlineData("GET", "teapots/1", false)]
    public void TryMatch_Otherwise_TellsWrongMethodFromUnknownPath(string method, string path, bool known)
    {
        _router.TryMatch(method, path.Split('/'), out var route, out var pathKnown).ShouldBeFalse();
        route.ShouldBeNull();
        pathKnown.ShouldBe(known);
    }

    [Theory]
    [InlineData("GET", "channels/1/messages/2", "1")]
    [InlineData("POST", "webhooks/7/secret", "7/secret")]
    [InlineData("GET", "users/80", "")]
    public void MajorParameter_OfEachRoute_IsItsResource(string method, string path, string expected)
    {
        _router.TryMatch(method, path.Split('/'), out var route, out _).ShouldBeTrue();
        RestRoute.MajorParameter(route.Values(path.Split('/'))).ShouldBe(expected);
    }
}
