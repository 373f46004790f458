using System.Globalization;

namespace Vexera.Core.Rest.RateLimits;

/// <summary>Why a request was held back, in words and figures.</summary>
internal static class RestRefusals
{
    /// <summary>Too many requests were invalid lately.</summary>
    /// <param name="call">What was held back.</param>
    /// <param name="count">How many were invalid.</param>
    /// <param name="threshold">Below how many it would go out.</param>
    public static RestBudgetException TooManyInvalid(RestCall call, int count, int threshold) => new(call.Route, Invariant(
        $"not sent: {count} requests were invalid (401, 403 or 429) within 10 minutes, and at 10000 Discord bans this address. Below {threshold} (Rest:InvalidRequestThreshold) requests go out again."));

    /// <summary>The limit opens later than the call may wait.</summary>
    /// <param name="call">What was held back.</param>
    /// <param name="opens">When the limit opens, from now.</param>
    public static RestBudgetException OpensTooLate(RestCall call, TimeSpan opens) => new(
        call.Route,
        Invariant($"not sent: Discord's rate limit opens in {opens.TotalSeconds:0.#} s, and this request waits at most {call.Patience.TotalSeconds:0.#} s."),
        opens);

    /// <summary>The call has waited for as long as it may.</summary>
    /// <param name="call">What was held back.</param>
    public static RestBudgetException WaitedTooLong(RestCall call) => new(call.Route, Invariant(
        $"not sent: {call.Patience.TotalSeconds:0.#} s passed in the queue for Discord's rate limit, the most this request waits."));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
