namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>What a limiter said to one request, and the numbers for its headers.</summary>
/// <param name="Allowed">False means status 429.</param>
/// <param name="Limit">The limit asked.</param>
/// <param name="Remaining">Requests left in the window.</param>
/// <param name="Reset">When the window ends.</param>
/// <param name="ResetAfter">Time until then.</param>
internal sealed record RateLimitVerdict(bool Allowed, RateLimit Limit, int Remaining, DateTimeOffset Reset, TimeSpan ResetAfter);
