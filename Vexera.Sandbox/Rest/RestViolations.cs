using Microsoft.AspNetCore.Http;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.Stats;

namespace Vexera.Sandbox.Rest;

/// <summary>Records what a well-behaved bot would not have sent. People may err; faults are nobody's error.</summary>
internal sealed class RestViolations(SandboxStats stats)
{
    private const string ValidAgent = "DiscordBot (";

    // What a bot cannot know before it asks: closed direct messages, races with others, full channels.
    private static readonly HashSet<int> Innocent =
    [
        RestErrors.CannotMessageUser.Code, RestErrors.NotConnectedToVoice.Code, RestErrors.AlreadyCrossposted.Code,
        RestErrors.TooManyPins.Code, RestErrors.TooManyRoles.Code, RestErrors.TooManyChannels.Code, RestErrors.TooManyReactions.Code,
        RestErrors.TooManyWebhooks.Code, RestErrors.UnknownEmoji.Code, RestErrors.BanFailed.Code,
    ];

    public void Judge(RestExchange exchange)
    {
        if (exchange.IsForced || !IsFromBot(exchange))
            return;

        var agent = exchange.Http.Request.Headers.UserAgent.ToString();
        if (exchange.Caller!.IsBot && !agent.StartsWith(ValidAgent, StringComparison.Ordinal))
            stats.RecordViolation("user-agent", $"\"{agent}\", where \"DiscordBot (url, version)\" is asked for", exchange.RouteName);

        if (exchange.Status == StatusCodes.Status429TooManyRequests && exchange.LimitedBy is { } scope)
            stats.RecordViolation("rate-limit", $"429, scope {RateLimits.RateLimitHeaders.ScopeName(scope)}", exchange.RouteName);
        else if (exchange.Error is { } error && RuleOf(error) is { } rule)
            stats.RecordViolation(rule, $"{error.Status} {error.Code} {error.Message} {error.Fields?.ToJsonString()}".TrimEnd(), exchange.RouteName);
    }

    /// <summary>Routes that carry their own token are a bot's too.</summary>
    private static bool IsFromBot(RestExchange exchange) =>
        exchange.Caller!.IsBot
        || exchange.Http.Request.Headers.Authorization.ToString().StartsWith("Bot ", StringComparison.Ordinal)
        || (exchange.Caller.User is null && exchange.Route?.Access == Access.Public);

    private static string? RuleOf(RestError error) => error switch
    {
        { Code: var code } when Innocent.Contains(code) => null,
        { Code: 40060 } => "acknowledged-twice",
        { Code: 10062 } => "interaction-deadline",
        { Code: 50016 or 50034 } => "bulk-delete",
        { Status: 401 } => "unauthorized",
        { Status: 403 } => "permission",
        { Status: 400 or 413 } => "invalid-request",
        { Status: 404 or 405, Code: 0 } => "unknown-route",
        _ => null,
    };
}
