using System.Globalization;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Which shards this process runs.</summary>
/// <param name="Count">How many shards the bot has in all.</param>
/// <param name="First">The first of this process.</param>
/// <param name="Last">The last of this process.</param>
internal readonly record struct ShardPlan(int Count, int First, int Last)
{
    // Discord recommends a shard for about 1,000 guilds and refuses one with more than 2,500.
    private const int MostTooFew = 2;

    // From 150,000 guilds on Discord takes only multiples of its own number.
    private const int LargeBot = 150;

    /// <summary>How many shards this process runs.</summary>
    public int Here => Last - First + 1;

    /// <summary>
    /// Plans from valid settings, Discord's recommendation, and the sessions of before: where the settings leave the count open,
    /// one that most of its shards can resume with is kept for as long as Discord would still let new sessions of it in.
    /// </summary>
    public static ShardPlan Create(GatewayOptions options, int recommended, IReadOnlyCollection<StoredSession> sessions)
    {
        recommended = Math.Max(1, recommended);
        var count = options.ShardCount > 0 ? options.ShardCount : CountOf(sessions, recommended) ?? recommended;
        return TryParse(options.Shards, out var range) ? new ShardPlan(count, range.First, range.Last) : new ShardPlan(count, 0, count - 1);
    }

    /// <summary>Whether Discord would still let new sessions of a count in.</summary>
    /// <param name="count">The count, at least 1.</param>
    /// <param name="recommended">What Discord recommends, at least 1.</param>
    public static bool IsAccepted(int count, int recommended) =>
        recommended >= LargeBot ? count % recommended == 0 : count >= (recommended + MostTooFew - 1) / MostTooFew;

    private static int? CountOf(IReadOnlyCollection<StoredSession> sessions, int recommended) => sessions
        .CountBy(session => session.ShardCount)
        .Where(one => one.Value * 2 > one.Key && IsAccepted(one.Key, recommended))
        .OrderByDescending(one => (double)one.Value / one.Key).ThenByDescending(one => one.Key)
        .Select(one => (int?)one.Key)
        .FirstOrDefault();

    /// <summary>Reads a range such as <c>0-35</c> or <c>7</c>.</summary>
    public static bool TryParse(string? shards, out (int First, int Last) range)
    {
        range = default;
        if (string.IsNullOrWhiteSpace(shards))
            return false;
        var dash = shards.IndexOf('-', StringComparison.Ordinal);
        var first = dash < 0 ? shards : shards[..dash];
        var last = dash < 0 ? shards : shards[(dash + 1)..];
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out range.First)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out range.Last);
    }
}
