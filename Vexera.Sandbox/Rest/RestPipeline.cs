using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.OAuth;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Rest;

/// <summary>The way of a request: route, faults, who asks, limits, body, handler, answer.</summary>
internal sealed class RestPipeline(
    SandboxWorld world,
    SandboxStats stats,
    IRestFaults faults,
    RestRouter router,
    RestLimits limits,
    RestViolations violations,
    OAuthGrants grants)
{
    private const int MaximumReason = 512;

    public async Task HandleAsync(HttpContext http)
    {
        var exchange = new RestExchange(http);
        await AnswerAsync(http, exchange);

        // Before the answer leaves, so that who has read it finds it counted.
        stats.RecordRequest(exchange.RouteName, exchange.Status);
        violations.Judge(exchange);
        limits.RecordAnswer(exchange);
        if (exchange.AfterDoing is not { } fault || !await IsLostAsync(http, fault))
            await exchange.WriteAsync();
    }

    private async Task AnswerAsync(HttpContext http, RestExchange exchange)
    {
        try
        {
            exchange.Result = await ServeAsync(http, exchange);
        }
        catch (RestException e)
        {
            exchange.Fail(e.Error);
        }
        catch (WorldException e)
        {
            exchange.Fail(new RestError(e.Status, e.Code, e.Message));
        }
    }

    /// <summary>Null when the connection was cut.</summary>
    private async Task<RestResult?> ServeAsync(HttpContext http, RestExchange exchange)
    {
        exchange.Caller = Identify(http.Request);
        var path = Split(http.Request.Path);
        if (!router.TryMatch(http.Request.Method, path, out var route, out var pathKnown))
            throw new RestException(pathKnown ? RestErrors.MethodNotAllowed : RestErrors.NotFound);

        exchange.Route = route;
        var values = route.Values(path);
        if (faults.Take(route.ToString(), exchange.Caller.IsBot) is { } fault)
        {
            if (fault.AfterDoing)
                exchange.AfterDoing = fault;
            else if (await IsCutAsync(http, exchange, fault, values))
                return null;
        }

        if (limits.ShutOut(exchange) is { } wall)
            return wall;

        Authorize(http.Request, exchange, route);
        limits.Take(exchange, route, values);
        var call = new RestCall
        {
            World = world,
            Caller = exchange.Caller,
            Values = values,
            Query = http.Request.Query,
            Body = await RequestBody.ReadAsync(http.Request, http.RequestAborted),
            Reason = Reason(http.Request.Headers["X-Audit-Log-Reason"]),
            Address = new Uri($"{http.Request.Scheme}://{http.Request.Host}"),
        };
        return route.Handler(call);
    }

    /// <summary>Holds an answer back; true when it never comes.</summary>
    private async Task<bool> IsLostAsync(HttpContext http, RestFault fault)
    {
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        if (fault.Drop)
            http.Abort();
        return fault.Drop;
    }

    /// <summary>Does what a fault asks; true when it cut the connection.</summary>
    /// <exception cref="RestException">The fault answers instead of the route.</exception>
    private async Task<bool> IsCutAsync(HttpContext http, RestExchange exchange, RestFault fault, Dictionary<string, string> values)
    {
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);

        exchange.IsForced = fault.Drop || fault.Status != 0;
        if (fault.Drop)
        {
            http.Abort();
            return true;
        }

        if (fault.Status == StatusCodes.Status429TooManyRequests)
            limits.Force(exchange, values, fault);
        if (fault.Status != 0)
            throw new RestException(new RestError(fault.Status, 0, $"{fault.Status}: {ReasonPhrases.GetReasonPhrase(fault.Status)}"));
        return false;
    }

    private RestCaller Identify(HttpRequest request)
    {
        var credential = request.Headers.Authorization.ToString();
        var user = world.Users.Authenticate(credential) ?? (grants.UserOf(credential) is { } id ? world.Users.Find(id) : null);
        return new RestCaller(user, user?.Id.ToString(CultureInfo.InvariantCulture) ?? $"?{credential}");
    }

    private static void Authorize(HttpRequest request, RestExchange exchange, RestRoute route)
    {
        var caller = exchange.Caller!;
        if (route.Access != Access.Public && caller.User is null)
            throw new RestException(RestErrors.Unauthorized);
        // A token of the scope "identify" tells who its person is, and nothing else.
        if (request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal) && route.ToString() != "GET /users/@me")
            throw new RestException(RestErrors.Unauthorized);
        if (route.Access == Access.Bots && !caller.IsBot)
            throw new RestException(RestErrors.OnlyBotsCanUse);
        if (route.Access == Access.People && caller.IsBot)
            throw new RestException(RestErrors.BotsCannotUse);
        if (caller.IsBot && StringValues.IsNullOrEmpty(request.Headers.UserAgent))
            throw new RestException(RestErrors.NetworkError);
    }

    private static string? Reason(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header))
            return null;

        var reason = Uri.UnescapeDataString(header.ToString());
        return reason.EnumerateRunes().Count() <= MaximumReason
            ? reason
            : throw FormErrors.Single("reason", FieldError.Length(0, MaximumReason));
    }

    /// <summary>The path without <c>/api/v10</c>.</summary>
    private static string[] Split(PathString path)
    {
        var segments = path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments switch
        {
            ["api", "v9" or "v10", .. var rest] => rest,
            ["api", ['v', ..], ..] => throw new RestException(RestErrors.InvalidApiVersion),
            _ => throw new RestException(RestErrors.NotFound),
        };
    }
}
