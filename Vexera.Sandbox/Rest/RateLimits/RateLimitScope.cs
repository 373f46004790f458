namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>The value of <c>X-RateLimit-Scope</c>.</summary>
internal enum RateLimitScope
{
    /// <summary>One bot on one bucket.</summary>
    User,

    /// <summary>Everyone on one resource; does not count as an invalid request.</summary>
    Shared,

    /// <summary>One bot on all routes.</summary>
    Global,
}
