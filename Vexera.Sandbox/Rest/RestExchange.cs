using System.Text;
using Microsoft.AspNetCore.Http;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Rest;

/// <summary>What becomes known of a request while it is served, and its answer.</summary>
internal sealed class RestExchange(HttpContext http)
{
    public HttpContext Http { get; } = http;

    public RestCaller? Caller { get; set; }

    public RestRoute? Route { get; set; }

    /// <summary>What is to happen to the answer once what was asked is done.</summary>
    public RestFault? AfterDoing { get; set; }

    /// <summary>Whether a fault made the answer, so that nobody is to blame.</summary>
    public bool IsForced { get; set; }

    /// <summary>Set when a limit refused the request.</summary>
    public RateLimitScope? LimitedBy { get; set; }

    /// <summary>Set when the answer is an error.</summary>
    public RestError? Error { get; private set; }

    /// <summary>The answer; none when the connection was cut.</summary>
    public RestResult? Result { get; set; }

    /// <summary>The status of the answer, 0 without one.</summary>
    public int Status => Result?.Status ?? 0;

    /// <summary>The route's template, for counting; unknown paths are counted together.</summary>
    public string RouteName => Route?.ToString() ?? "unknown";

    public void Fail(RestError error)
    {
        Error = error;
        Result = RestResult.Json(error.ToJson(), error.Status);
    }

    public async Task WriteAsync()
    {
        if (Result is not { } result)
            return;

        var response = Http.Response;
        response.StatusCode = result.Status;
        // Libraries tell Discord's answers from those of the wall before it by this header.
        response.Headers.Via = result.Html is null ? "1.1 google" : default;
        if (result.Write is null && result.Html is null)
            return;

        var body = result.Write is { } write ? JsonBytes.Of(write) : Encoding.UTF8.GetBytes(result.Html!);
        response.ContentType = result.Html is null ? "application/json" : "text/html";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, Http.RequestAborted);
    }
}
