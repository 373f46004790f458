using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Vexera.Host.Dashboard.Security;

/// <summary>
/// Who is logged in. Browsers hold a random token, this process only its hash, and no session outlives the process.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class LoginSessions(TimeProvider time)
{
    /// <summary>How long a session lasts after it was last used; an open page uses it.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private const int Most = 1_000;
    private const int TokenBytes = 32;
    private readonly ConcurrentDictionary<string, LoginSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session.</summary>
    /// <param name="name">Who it is, for people.</param>
    /// <returns>The token for the browser's cookie.</returns>
    public string Begin(string name)
    {
        while (_sessions.Count >= Most)
            _sessions.TryRemove(_sessions.MinBy(session => session.Value.UsedAt).Key, out _);
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        _sessions[KeyOf(token)] = new LoginSession(name, time.GetUtcNow());
        return WebEncoders.Base64UrlEncode(token);
    }

    /// <summary>The session that belongs to a cookie, and its key; null when there is none.</summary>
    public (string Key, string Name)? Find(string? token)
    {
        if (token is not { Length: 43 })
            return null;
        try
        {
            var key = KeyOf(WebEncoders.Base64UrlDecode(token));
            return Use(key) ? (key, _sessions[key].Name) : null;
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a session still lasts; it then lasts on.</summary>
    public bool Use(string key)
    {
        if (!_sessions.TryGetValue(key, out var session))
            return false;
        var now = time.GetUtcNow();
        if (now - session.UsedAt < Lasts)
            return _sessions.TryUpdate(key, session with { UsedAt = now }, session) || _sessions.ContainsKey(key);
        _sessions.TryRemove(key, out _);
        return false;
    }

    /// <summary>Ends a session.</summary>
    public void End(string key) => _sessions.TryRemove(key, out _);

    private static string KeyOf(ReadOnlySpan<byte> token) => Convert.ToHexStringLower(SHA256.HashData(token));

    private sealed record LoginSession(string Name, DateTimeOffset UsedAt);
}
