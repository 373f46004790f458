namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>
/// Counts invalid requests (401, 403, and 429 that is not shared) and shuts out who makes 10,000 of them in 10 minutes. Discord
/// counts by address; here everyone comes from the same one, so the authorization stands for it.
/// </summary>
/// <seealso href="https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans"/>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    public const int Maximum = 10_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Ban = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Count> _counts = [];

    /// <summary>How long the caller is still shut out; zero when it is not.</summary>
    public TimeSpan ShutOutFor(string who)
    {
        lock (_lock)
        {
            if (!_counts.TryGetValue(who, out var count) || count.BannedUntil is not { } until)
                return TimeSpan.Zero;

            var left = until - time.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Counts an answer; true when it is the one that shuts the caller out.</summary>
    public bool Record(string who, int status, RateLimitScope? scope)
    {
        if (status is not (401 or 403 or 429) || scope == RateLimitScope.Shared)
            return false;

        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!_counts.TryGetValue(who, out var count) || now >= count.End)
                _counts[who] = count = new Count(now + Window);

            if (++count.Invalid != Maximum)
                return false;

            count.BannedUntil = now + Ban;
            count.End = count.BannedUntil.Value;
            return true;
        }
    }

    private sealed class Count(DateTimeOffset end)
    {
        public DateTimeOffset End { get; set; } = end;

        public int Invalid { get; set; }

        public DateTimeOffset? BannedUntil { get; set; }
    }
}
