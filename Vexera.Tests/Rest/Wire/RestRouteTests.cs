using Vexera.Core.Discord;
using Vexera.Core.Rest.Wire;

namespace Vexera.Tests.Rest.Wire;

public sealed class RestRouteTests
{
    [Theory]
    [InlineData("/channels/{channel}/messages/{message}", "/channels/11/messages/22", "/channels/11")]
    [InlineData("/guilds/{guild}", "/guilds/11", "/guilds/11")]
    [InlineData("/guilds/{guild}/members/{user}", "/guilds/11/members/22", "/guilds/11")]
    [InlineData("/applications/{application}/guilds/{guild}", "/applications/11/guilds/22", "")]
    [InlineData("/webhooks/{webhook}/messages/{message}", "/webhooks/11/messages/22", "/webhooks/11")]
    public void To_Template_FillsInOrderAndKnowsTheMajorParameter(string template, string path, string major)
    {
        object[] ids = [new Snowflake(11), new Snowflake(22)];

        var request = new RestRoute(HttpMethod.Get, template).To(ids.AsSpan(0, template.Count(c => c == '{')));

        request.Path.ShouldBe(path);
        request.Major.ShouldBe(major);
        request.Route.Name.ShouldBe($"GET {template}");
    }

    [Fact]
    public void To_Tokens_AreKeptApartByTheMajorParameter()
    {
        var route = new RestRoute(HttpMethod.Post, "/webhooks/{application}/{token}");

        var one = route.To(new Snowflake(1), "first");
        var two = route.To(new Snowflake(1), "second");

        one.Major.ShouldNotBe(two.Major);
        route.To(new Snowflake(1), "first").Major.ShouldBe(one.Major);
    }

    [Theory]
    [InlineData("a/../b?c#d", "a%2F..%2Fb%3Fc%23d")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    public void To_OddArgument_IsEscaped(string argument, string expected) =>
        new RestRoute(HttpMethod.Get, "/users/{user}").To(argument).Path.ShouldBe($"/users/{expected}");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void To_WrongNumberOfArguments_IsAMistakeOfTheCaller(int count) =>
        Should.Throw<ArgumentException>(() => new RestRoute(HttpMethod.Get, "/users/{user}").To(Enumerable.Repeat((object)1UL, count).ToArray()))
            .Message.ShouldContain("GET /users/{user} takes 1 arguments");

    [Fact]
    public void To_Queries_AreAdded() =>
        new RestRoute(HttpMethod.Get, "/users/@me/guilds").To().WithQuery($"limit={5}").Path.ShouldBe("/users/@me/guilds?limit=5");

    [Theory]
    [InlineData("GET", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", true)]
    [InlineData("DELETE", true)]
    [InlineData("POST", false)]
    public void To_Method_SaysWhetherItMayBeRepeated(string method, bool repeatable) =>
        new RestRoute(new HttpMethod(method), "/a").To().Repeatable.ShouldBe(repeatable);
}
