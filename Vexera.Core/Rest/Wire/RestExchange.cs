using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Rest.Wire;

/// <summary>One attempt: sends, hands the limits to the permit, reads the answer, and says how it ended. Bounded in time and size.</summary>
internal sealed class RestExchange(
    RestTransport transport, IOptions<RestOptions> options, TimeProvider time, VexeraMetrics metrics, RestLatency latency, DiscordClock clock, RestLog log)
{
    private const int MaxAnswer = 32 * 1024 * 1024;
    private const int MaxError = 64 * 1024;

    /// <summary>Runs the attempt.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="permit">The right to send it; completed here.</param>
    /// <param name="type">What the answer holds; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Ends it early, with the usual exception.</param>
    public async Task<RestOutcome<T>> RunAsync<T>(
        RestRequest request, IRestPermit permit, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var started = time.GetTimestamp();
            using var response = await transport.SendAsync(request, either.Token);
            Answered(request.Route, response.StatusCode, time.GetElapsedTime(started));
            clock.Observe(response.Headers.Date);
            return await ReadAsync(request, response, permit, type, either.Token);
        }
        catch (HttpRequestException e)
        {
            return NetworkFailure<T>(request.Route, e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return Unanswered<T>(RestOutcomeKind.Lost, request.Route, $"the answer broke off ({e.Message})", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return timeout.IsCancellationRequested
                ? Unanswered<T>(RestOutcomeKind.Lost, request.Route, $"no answer within {options.Value.RequestTimeout.TotalSeconds:0.#} s", e)
                : Unanswered<T>(RestOutcomeKind.NotSent, request.Route, "no connection came about in time", e);
        }
    }

    private async Task<RestOutcome<T>> ReadAsync<T>(
        RestRequest request, HttpResponseMessage response, IRestPermit permit, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        var limits = RateLimitHeaders.Read(response);
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
            await permit.CompleteAsync(limits);
        if (response.IsSuccessStatusCode)
            return await ReadValueAsync(request, response, type, cancellationToken);

        var error = await ReadErrorAsync(request, response, cancellationToken);
        var outcome = new RestOutcome<T>(KindOf(response.StatusCode)) { Status = response.StatusCode, Code = error.Code, Detail = error.Detail };
        if (outcome.Kind == RestOutcomeKind.RateLimited)
        {
            limits = limits.With(error);
            await permit.CompleteAsync(limits);
            metrics.RestRateLimited.Add(1, new KeyValuePair<string, object?>("scope", limits.Scope.ToString()));
        }

        if (limits.IsInvalid)
            metrics.RestInvalid.Add(1);

        return outcome.Kind is RestOutcomeKind.Failed or RestOutcomeKind.Unreadable
            ? outcome with { Detail = $"answered {(int)response.StatusCode} ({error.Detail})" }
            : outcome;
    }

    private static RestOutcomeKind KindOf(HttpStatusCode status) => (int)status switch
    {
        429 => RestOutcomeKind.RateLimited,
        >= 500 => RestOutcomeKind.Failed,
        >= 400 => RestOutcomeKind.Refused,
        _ => RestOutcomeKind.Unreadable,
    };

    private async Task<RestOutcome<T>> ReadValueAsync<T>(
        RestRequest request, HttpResponseMessage response, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        var done = new RestOutcome<T>(RestOutcomeKind.Done) { Status = response.StatusCode };
        if (type is null)
            return done;
        try
        {
            await using var body = await OpenAsync(response, MaxAnswer, cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) is { } value
                ? done with { Value = value }
                : done with { Kind = RestOutcomeKind.Unreadable, Detail = $"answered {(int)response.StatusCode} with null" };
        }
        catch (Exception e) when (e is JsonException or AnswerTooLongException)
        {
            return done with
            {
                Kind = RestOutcomeKind.Unreadable,
                Detail = transport.Redact(request, $"answered {(int)response.StatusCode} ({response.Content.Headers.ContentType?.MediaType ?? "of no stated type"}), which cannot be read: {e.Message}"),
                Cause = e,
            };
        }
    }

    private async Task<DiscordError> ReadErrorAsync(RestRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        try
        {
            await using var body = await OpenAsync(response, MaxError, cancellationToken);
            await body.CopyToAsync(kept, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException or AnswerTooLongException)
        {
            // The status says enough.
            return new DiscordError(0, $"the body cannot be read: {e.Message}");
        }

        var error = DiscordError.Read(kept.ToArray(), response.Content.Headers.ContentType?.MediaType);
        return error with { Detail = transport.Redact(request, error.Detail) };
    }

    private static async Task<Stream> OpenAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken) =>
        new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), limit);

    private void Answered(RestRoute route, HttpStatusCode status, TimeSpan elapsed)
    {
        latency.Add(elapsed);
        log.Answered(route.Name, status, elapsed.TotalMilliseconds);
        metrics.RestDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("route", route.Name));
        Count(route, $"{(int)status}");
    }

    private RestOutcome<T> Unanswered<T>(RestOutcomeKind kind, RestRoute route, string detail, Exception cause)
    {
        Count(route, "none");
        return new RestOutcome<T>(kind) { Detail = detail, Cause = cause };
    }

    /// <summary>A connection that never came about has carried nothing, so even what must not be done twice may be tried again.</summary>
    private RestOutcome<T> NetworkFailure<T>(RestRoute route, HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => Unanswered<T>(RestOutcomeKind.NotSent, route, $"no connection ({e.Message})", e),
        _ => Unanswered<T>(RestOutcomeKind.Lost, route, $"the connection failed ({e.Message})", e),
    };

    private void Count(RestRoute route, string status) =>
        metrics.RestRequests.Add(1, new("route", route.Name), new("status", status));
}
