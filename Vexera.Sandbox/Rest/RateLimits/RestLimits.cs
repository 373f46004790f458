using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>
/// Holds bots to the limits of their buckets, to the global one, and to the number of invalid requests. People are not limited:
/// they stand for many clients on many machines.
/// </summary>
internal sealed class RestLimits(SandboxOptions options, TimeProvider time)
{
    private const int Plenty = 1_000_000;

    private readonly RateLimit _global = Limits.Global with { Requests = options.Rest.RateLimits ? options.Rest.GlobalRequestsPerSecond : Plenty };
    private readonly RateLimiter _limiter = new(time);
    private readonly InvalidRequestGuard _guard = new(time);

    /// <summary>The answer to who made too many invalid requests, as the wall before Discord gives it; null for others.</summary>
    public RestResult? ShutOut(RestExchange exchange)
    {
        var left = _guard.ShutOutFor(exchange.Caller!.Key);
        if (left == TimeSpan.Zero)
            return null;

        exchange.LimitedBy = RateLimitScope.Global;
        exchange.Http.Response.Headers.Server = "cloudflare";
        exchange.Http.Response.Headers.RetryAfter = Math.Ceiling(left.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new RestResult(StatusCodes.Status429TooManyRequests) { Html = "error code: 1015" };
    }

    /// <summary>Takes the request from its buckets and writes their headers.</summary>
    /// <exception cref="RestException">A bucket is empty: 429.</exception>
    public void Take(RestExchange exchange, RestRoute route, IReadOnlyDictionary<string, string> values)
    {
        var caller = exchange.Caller!;
        var byToken = route.Access == Access.Public;
        if (route.Limit == Limits.None || (!caller.IsBot && !byToken))
            return;

        if (!byToken && _limiter.Take(caller.Key, _global, "") is { Allowed: false } global)
            Refuse(exchange, global);

        var verdict = _limiter.Take(Who(caller, byToken), LimitFor(route, values), RestRoute.MajorParameter(values));
        if (!verdict.Allowed)
            Refuse(exchange, verdict);
        RateLimitHeaders.Write(exchange.Http.Response.Headers, verdict);
    }

    /// <summary>Refuses the request as a fault asks, and those after it until the time that it names.</summary>
    public void Force(RestExchange exchange, IReadOnlyDictionary<string, string> values, RestFault fault)
    {
        var route = exchange.Route!;
        var scope = Enum.Parse<RateLimitScope>(fault.Scope, ignoreCase: true);
        var verdict = scope == RateLimitScope.Global
            ? _limiter.Exhaust(exchange.Caller!.Key, _global, "", fault.RetryAfter)
            : _limiter.Exhaust(
                Who(exchange.Caller!, route.Access == Access.Public),
                LimitFor(route, values) with { Scope = scope },
                RestRoute.MajorParameter(values),
                fault.RetryAfter);
        Refuse(exchange, verdict);
    }

    /// <summary>Counts invalid answers.</summary>
    public void RecordAnswer(RestExchange exchange)
    {
        if (exchange.Caller is { } caller && !exchange.IsForced)
            _guard.Record(caller.Key, exchange.Status, exchange.LimitedBy);
    }

    // What carries its own token is counted for the token, whoever sends it.
    private static string Who(RestCaller caller, bool byToken) => byToken ? "" : caller.Key;

    private RateLimit LimitFor(RestRoute route, IReadOnlyDictionary<string, string> values)
    {
        var limit = IsOldMessage(route, values) ? Limits.OldMessageDelete : route.Limit;
        return options.Rest.RateLimits ? limit : limit with { Requests = Plenty };
    }

    private bool IsOldMessage(RestRoute route, IReadOnlyDictionary<string, string> values) =>
        route.Limit == Limits.MessageDelete
        && ulong.TryParse(values["message_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Snowflakes.TimeOf(id) < time.GetUtcNow() - Limits.OldMessage;

    private static void Refuse(RestExchange exchange, RateLimitVerdict verdict)
    {
        var scope = verdict.Limit.Scope;
        exchange.LimitedBy = scope;
        RateLimitHeaders.Write(exchange.Http.Response.Headers, verdict);
        var message = scope == RateLimitScope.Shared ? "The resource is being rate limited." : "You are being rate limited.";
        throw new RestException(new RestError(429, 0, message)
        {
            Extra = new JsonObject { ["retry_after"] = Math.Round(verdict.ResetAfter.TotalSeconds, 3), ["global"] = scope == RateLimitScope.Global },
        });
    }
}
