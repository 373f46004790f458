using System.Globalization;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Which shards this process runs.</summary>
/// <param name="Count">How many shards the bot has in all.</param>
/// <param name="First">The first of this process.</param>
/// <param name="Last">The last of this process.</param>
internal readonly record struct ShardPlan(int Count, int First, int Last)
{
    /// <summary>How many shards this process runs.</summary>
    public int Here => Last - First + 1;

    /// <summary>Plans from valid settings and Discord's recommendation.</summary>
    public static ShardPlan Create(GatewayOptions options, int recommended)
    {
        var count = options.ShardCount > 0 ? options.ShardCount : Math.Max(1, recommended);
        return TryParse(options.Shards, out var range) ? new ShardPlan(count, range.First, range.Last) : new ShardPlan(count, 0, count - 1);
    }

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
