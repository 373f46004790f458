using System.Net;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Core.Rest.Wire;

/// <summary>Sends requests until they are done or hopeless: waits for a permit, tries, and repeats what is safe to repeat.</summary>
internal sealed class RestClient(
    IRestBudget budget, RestExchange exchange, RetryPolicy retries, IOptions<RestOptions> options, TimeProvider time, RestLog log)
{
    private bool _tokenRefused;

    /// <summary>Sends a request and reads its answer.</summary>
    /// <exception cref="DiscordRestException">Discord refused.</exception>
    /// <exception cref="DiscordUnreachableException">No answer came, or none that could be read; or the request was held back.</exception>
    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        (await RepeatAsync(request, type, cancellationToken)).Value!;

    /// <summary>Sends a request whose answer holds nothing of interest.</summary>
    /// <inheritdoc cref="SendAsync{T}(RestRequest, JsonTypeInfo{T}, CancellationToken)"/>
    public async Task SendAsync(RestRequest request, CancellationToken cancellationToken) =>
        await RepeatAsync<object>(request, null, cancellationToken);

    private async Task<RestOutcome<T>> RepeatAsync<T>(RestRequest request, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        var route = request.Route;
        var call = new RestCall(route.LimitedAs, request.Major, time.GetTimestamp(), route.Patience ?? options.Value.MaxWait)
        {
            CountsGlobally = route.CountsGlobally,
            Essential = route.Essential,
            Background = RestPriority.IsBackground,
        };
        int refusals = 0, failures = 0;
        var mayBeDone = false;
        while (true)
        {
            var outcome = await TryAsync(request, call, type, cancellationToken);
            NoteToken(route, outcome.Status);
            if (outcome.Kind == RestOutcomeKind.Done || (mayBeDone && WasDoneBefore(request, outcome.Code)))
                return outcome;
            if (outcome.Kind == RestOutcomeKind.RateLimited)
            {
                if (++refusals >= RetryPolicy.MaxRateLimited)
                    throw outcome.ToException(route);
                continue;
            }

            var attempts = retries.Attempts(outcome.Kind, request.Repeatable);
            if (++failures >= attempts)
                throw outcome.ToException(route);
            mayBeDone |= outcome.Kind != RestOutcomeKind.NotSent;
            var wait = retries.BackOff(failures);
            log.Retrying(route.Name, outcome.Detail, failures + 1, attempts, wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<RestOutcome<T>> TryAsync<T>(
        RestRequest request, RestCall call, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        await using var permit = await budget.AcquireAsync(call, cancellationToken);
        return await exchange.RunAsync(request, permit, type, cancellationToken);
    }

    private static bool WasDoneBefore(RestRequest request, int code) => request.DoneBefore != 0 && request.DoneBefore == code;

    private void NoteToken(RestRoute route, HttpStatusCode status)
    {
        if (!route.Authenticated)
            return;
        if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
            Volatile.Write(ref _tokenRefused, false);
        else if (status == HttpStatusCode.Unauthorized && !Interlocked.Exchange(ref _tokenRefused, true))
            log.TokenRefused(route.Name);
    }
}
