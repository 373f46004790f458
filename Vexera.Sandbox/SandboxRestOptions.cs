namespace Vexera.Sandbox;

/// <summary>The HTTP API's rules; what is not said otherwise is as on Discord.</summary>
public sealed record SandboxRestOptions
{
    /// <summary>
    /// Whether buckets run dry. When false their headers are still sent, but always with requests left, and there is no global
    /// limit: for measuring a bot rather than Discord's limits.
    /// </summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>Requests that a bot may make in a second on all routes together.</summary>
    public int GlobalRequestsPerSecond { get; init; } = 50;

    /// <summary>How long an application may take to answer an interaction first.</summary>
    public TimeSpan FirstAnswer { get; init; } = TimeSpan.FromSeconds(3);
}
