using System.Net;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Rest.Wire;

namespace Vexera.Tests.Rest;

/// <summary>Tokens of the bot, of interactions and of webhooks appear in no log line and in no exception, whatever goes wrong.</summary>
public sealed class SecretsTests
{
    private static readonly string[] BotSecrets = [RestRig.Secret];
    private static readonly string[] AllSecrets = [RestRig.Secret, Samples.InteractionToken, Uri.EscapeDataString(Samples.InteractionToken)];

    public static TheoryData<string> Disasters => [.. Answers.Keys];

    private static Dictionary<string, Action<ScriptedHttp>> Answers { get; } = new()
    {
        ["refused, echoing the path"] = http => http.Then(HttpStatusCode.NotFound,
            $$"""
            {
              "code": 10015,
              "message": "Cannot POST /webhooks/800/{{Samples.InteractionToken}} or {{Uri.EscapeDataString(Samples.InteractionToken)}}",
              "errors": { "{{Samples.InteractionToken}}": { "_errors": [{ "code": "{{Samples.InteractionToken}}", "message": "{{RestRig.Secret}}" }] } }
            }
            """),
        ["a proxy's page that echoes the path"] = http => http.Then(HttpStatusCode.BadGateway,
            $"<html>POST /webhooks/800/{Samples.InteractionToken} with Bot {RestRig.Secret} failed</html>"),
        ["an answer that cannot be read"] = http => http.Then(HttpStatusCode.OK, $$"""{"{{Samples.InteractionToken}}":"{{RestRig.Secret}}"}"""),
        ["an answer of the wrong type"] = http => http.Then(HttpStatusCode.OK, $"\"{Samples.InteractionToken}\""),
        ["rate limited for long"] = http => http.Then(HttpStatusCode.TooManyRequests,
            $$"""{"message":"{{Samples.InteractionToken}}","retry_after":9999,"global":false}""", ("X-RateLimit-Scope", "user")),
        ["the token refused"] = http => http.Then(HttpStatusCode.Unauthorized, $$"""{"code":0,"message":"401: {{RestRig.Secret}}"}"""),
        ["no connection"] = http => http.Then(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (127.0.0.1:1)")),
        ["a broken connection"] = http => http.Then(new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.")),
        ["a redirect"] = http => http.Then(HttpStatusCode.Found, "", ("Location", $"http://127.0.0.1/{Samples.InteractionToken}")),
    };

    [Theory]
    [MemberData(nameof(Disasters))]
    public async Task Request_Fails_NoSecretIsLoggedOrThrown(string disaster)
    {
        var message = new OutgoingMessage { Content = "hi" };
        var calls = new (Func<IDiscordRest, Task> Call, string[] Secrets)[]
        {
            (rest => rest.Interactions.RespondAsync(Samples.Interaction, message, TestContext.Current.CancellationToken), AllSecrets),
            (rest => rest.Interactions.EditResponseAsync(Samples.Interaction, message, TestContext.Current.CancellationToken), AllSecrets),
            (rest => rest.Interactions.DeleteResponseAsync(Samples.Interaction, TestContext.Current.CancellationToken), AllSecrets),
            (rest => rest.Interactions.FollowUpAsync(Samples.Interaction, message, TestContext.Current.CancellationToken), AllSecrets),
            (rest => rest.Webhooks.ExecuteAsync(new Snowflake(7), new Secret(Samples.InteractionToken), message, TestContext.Current.CancellationToken), AllSecrets),
            (rest => rest.Channels.CreateMessageAsync(new Snowflake(5), message, TestContext.Current.CancellationToken), BotSecrets),
        };

        foreach (var (call, secrets) in calls)
        {
            using var rig = new RestRig(new RestOptions { MaxAttempts = 1 });
            Answers[disaster](rig.Discord);

            var thrown = await Record.ExceptionAsync(() => call(rig.Rest));

            rig.Discord.Seen.ShouldNotBeEmpty();
            foreach (var text in rig.Logger.Lines.Select(line => line.Text).Append($"{thrown}"))
                secrets.ShouldAllBe(secret => !text.Contains(secret, StringComparison.Ordinal), $"in: {text}");
        }
    }

    [Fact]
    public void Request_Printed_ShowsItsRouteOnly()
    {
        var route = new RestRoute(HttpMethod.Post, "/webhooks/{application}/{token}");
        var request = route.To(new Snowflake(800), Samples.InteractionToken);

        request.Path.ShouldContain(Uri.EscapeDataString(Samples.InteractionToken));
        $"{request}".ShouldBe("POST /webhooks/{application}/{token}");
        request.Major.ShouldStartWith("/webhooks/800/");
        var call = new RestCall(route.Name, request.Major, 0, TimeSpan.Zero);
        AllSecrets.ShouldAllBe(secret => !$"{call}".Contains(secret, StringComparison.Ordinal));
    }
}
