using System.Security.Cryptography;
using System.Text;

namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>How many requests a bucket takes in a window; the window opens with its first request.</summary>
/// <param name="Name">Routes with the same name share the bucket.</param>
/// <param name="Requests">Requests in each window.</param>
/// <param name="Window">Length of the window.</param>
/// <param name="Scope">Who is limited: one bot, or everyone on the resource.</param>
internal sealed record RateLimit(string Name, int Requests, TimeSpan Window, RateLimitScope Scope = RateLimitScope.User)
{
    /// <summary>The value of <c>X-RateLimit-Bucket</c>: opaque, the same for all major parameters.</summary>
    public string Bucket { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)).AsSpan(0, 16));

    public static RateLimit Of(string name, int requests, double seconds, RateLimitScope scope = RateLimitScope.User) =>
        new(name, requests, TimeSpan.FromSeconds(seconds), scope);
}
