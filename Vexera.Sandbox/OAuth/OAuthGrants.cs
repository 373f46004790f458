using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.OAuth;

/// <summary>Codes and access tokens handed out to applications. A code works once, for ten minutes; a token for a week.</summary>
/// <param name="world">Who there is.</param>
internal sealed class OAuthGrants(SandboxWorld world)
{
    /// <summary>How long an access token works.</summary>
    public static readonly TimeSpan TokenLasts = TimeSpan.FromDays(7);

    private const string Scheme = "Bearer ";
    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, OAuthGrant> _codes = [];
    private readonly ConcurrentDictionary<string, (ulong UserId, DateTimeOffset Until)> _tokens = [];

    /// <summary>The secret of an application; the same each time.</summary>
    public string SecretOf(ulong applicationId) =>
        WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($"client secret of {world.Users.TokenOf(applicationId)}")))[..32];

    /// <summary>A person agrees.</summary>
    /// <returns>The code for the application.</returns>
    public string Agree(OAuthGrant grant)
    {
        var code = Random();
        _codes[code] = grant with { Until = world.Clock.GetUtcNow() + CodeLasts };
        return code;
    }

    /// <summary>Turns a code into an access token; null when it is not right in every way.</summary>
    public string? Redeem(string code, ulong applicationId, string redirect, string? verifier)
    {
        if (!_codes.TryRemove(code, out var grant) || grant.Until < world.Clock.GetUtcNow()
            || grant.ApplicationId != applicationId || grant.Redirect != redirect || !Verifies(grant.Challenge, verifier))
            return null;
        var token = Random();
        _tokens[token] = (grant.UserId, world.Clock.GetUtcNow() + TokenLasts);
        return token;
    }

    /// <summary>The person behind an <c>Authorization: Bearer</c> header; null for any other header.</summary>
    public ulong? UserOf(string? authorization) =>
        authorization?.StartsWith(Scheme, StringComparison.Ordinal) == true
        && _tokens.TryGetValue(authorization[Scheme.Length..], out var token) && token.Until > world.Clock.GetUtcNow()
            ? token.UserId
            : null;

    private static bool Verifies(string? challenge, string? verifier) =>
        challenge is null || (verifier is not null && WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge);

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
}

/// <summary>What a person agreed to.</summary>
/// <param name="ApplicationId">Which application may know who they are.</param>
/// <param name="UserId">The person.</param>
/// <param name="Redirect">Where the code goes.</param>
/// <param name="Challenge">The hash of what the application has to show with the code (PKCE, S256); null for nothing.</param>
internal sealed record OAuthGrant(ulong ApplicationId, ulong UserId, string Redirect, string? Challenge)
{
    /// <summary>Until when the code works.</summary>
    public DateTimeOffset Until { get; init; }
}
