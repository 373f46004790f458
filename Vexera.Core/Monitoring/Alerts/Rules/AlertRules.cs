namespace Vexera.Core.Monitoring.Alerts.Rules;

/// <summary>Every rule there is; docs/alerts.md says of each what it means and what to do.</summary>
internal static class AlertRules
{
    private const double Megabyte = 1024 * 1024;

    // Below this rate lulls in talk halve it, and mean nothing.
    private const double LeastRate = 10;
    private const double LeastGrowthBytes = 64 * Megabyte;
    private const double GrowthPause = 0.002;
    private const int LeastDnsFailures = 3;

    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Change = TimeSpan.FromMinutes(2);

    // Ten samples, the last of them 90 seconds after the first.
    private static readonly TimeSpan Growth = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DnsTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>The rules, in the order in which docs and settings have them.</summary>
    public static IReadOnlyList<AlertRule> All { get; } =
    [
        new("EventRate", AlertUnit.Share, EventRate, Set(0.5, 0.7, Minute, AlertSeverity.Critical)) { IsFloor = true },
        new("Cpu", AlertUnit.Share, Cpu, Set(0.85, 0.7, Minute, AlertSeverity.Critical)),
        new("Memory", AlertUnit.Share, Memory, Set(0.85, 0.8, Minute, AlertSeverity.Critical)),
        new("MemoryMegabytes", AlertUnit.Megabytes, MemoryMegabytes, Set(4096, 3584, Minute, AlertSeverity.Warning) with { Enabled = false }),
        new("MemoryGrowth", AlertUnit.Share, MemoryGrowth, Set(0.1, 0.02, Brief, AlertSeverity.Warning)),
        new("DispatchDelay", AlertUnit.Seconds, DispatchDelay, Set(2, 1, Minute, AlertSeverity.Warning)),
        new("QueueFill", AlertUnit.Share, QueueFill, Set(0.5, 0.25, Brief, AlertSeverity.Critical)),
        new("ShardsNotReady", AlertUnit.Share, ShardsNotReady, Set(0.1, 0.05, TimeSpan.FromSeconds(90), AlertSeverity.Critical)),
        new("ShardStuck", AlertUnit.Seconds, ShardStuck, Set(600, 60, TimeSpan.Zero, AlertSeverity.Warning)),
        new("IdentifyBudget", AlertUnit.Number, IdentifyBudget, Set(2, 3, Minute, AlertSeverity.Warning)) { IsFloor = true },
        new("DnsFailing", AlertUnit.Share, DnsFailing, Set(0.5, 0.1, TimeSpan.Zero, AlertSeverity.Warning)),
        new("DnsBusy", AlertUnit.Number, DnsBusy, Set(60, 30, Brief, AlertSeverity.Warning)),
        new("RateLimited", AlertUnit.Number, RateLimited, Set(15, 5, Brief, AlertSeverity.Warning)),
        new("InvalidRequests", AlertUnit.Number, InvalidRequests, Set(1000, 500, TimeSpan.Zero, AlertSeverity.Critical)),
        new("StorageLag", AlertUnit.Seconds, StorageLag, Set(30, 10, Brief, AlertSeverity.Critical)),
        new("DiskFree", AlertUnit.Megabytes, DiskFree, Set(1024, 2048, Minute, AlertSeverity.Warning)) { IsFloor = true },
        new("SchedulerLag", AlertUnit.Seconds, SchedulerLag, Set(1, 0.3, Minute, AlertSeverity.Warning)),
    ];

    private static AlertRuleSettings Set(double threshold, double clear, TimeSpan @for, AlertSeverity severity) =>
        new(Enabled: true, threshold, clear, @for, Quiet, severity);

    // The rate now as a share of its average. A fall that one shard alone may have made is that shard's, unless it is the only one.
    private static double? EventRate(SampleWindow window)
    {
        if (!window.Spans(SampleWindow.Length) || IsSettling(window) || WasChanging(window))
            return null;
        var average = window.Mean(SampleWindow.Length, static sample => sample.EventsPerSecond);
        if (average < LeastRate)
            return null;
        return window.Latest is { Shards: > 1, ShardsQuiet: < 2 } ? 1 : window.Mean(Brief, static sample => sample.EventsPerSecond) / average;
    }

    private static double? Cpu(SampleWindow window) => IsSettling(window) || window.Latest.CpuLimit <= 0
        ? null
        : window.Mean(Brief, static sample => sample.CpuCores) / window.Latest.CpuLimit;

    private static double? Memory(SampleWindow window) => window.Latest.MemoryLimitBytes <= 0
        ? null
        : window.Mean(Brief, static sample => sample.MemoryBytes) / window.Latest.MemoryLimitBytes;

    private static double? MemoryMegabytes(SampleWindow window) => window.Mean(Brief, static sample => sample.MemoryBytes) / Megabyte;

    // How much more there is than a while ago; nothing when it paused or fell meanwhile.
    private static double? MemoryGrowth(SampleWindow window)
    {
        if (window.SinceStart is not { } since || since < WarmUp)
            return null;
        var samples = window.Over(Growth);
        var first = samples[0].MemoryBytes;
        for (var i = 1; i < samples.Length; i++)
        {
            if (samples[i].MemoryBytes < samples[i - 1].MemoryBytes * (1 - GrowthPause))
                return 0;
        }

        var grown = window.Latest.MemoryBytes - first;
        return first <= 0 || grown < LeastGrowthBytes || samples[^1].MemoryBytes <= samples[^2].MemoryBytes ? 0 : (double)grown / first;
    }

    private static double? DispatchDelay(SampleWindow window) =>
        IsSettling(window) ? null : window.Mean(Brief, static sample => sample.DispatchDelayP99);

    private static double? QueueFill(SampleWindow window) => window.Latest.QueueFill;

    // One shard of several is ShardStuck's.
    private static double? ShardsNotReady(SampleWindow window)
    {
        if (window.Latest.Shards == 0 || window.IsComingUp || WasChanging(window))
            return null;
        var (shards, missing) = (window.Latest.Shards, window.Latest.Shards - window.Latest.ShardsReady);
        return missing == 1 && shards > 1 ? 0 : (double)missing / shards;
    }

    private static double? ShardStuck(SampleWindow window) =>
        window.IsComingUp || WasChanging(window) ? null : window.Latest.ShardNotReadyFor;

    // How often the whole fleet may identify anew.
    private static double? IdentifyBudget(SampleWindow window) =>
        window.Latest is { IdentifiesLeft: { } left, Shards: > 0 and var shards } ? (double)left / shards : null;

    private static double? DnsFailing(SampleWindow window)
    {
        var failures = window.Sum(DnsTime, static sample => sample.DnsFailures);
        return failures < LeastDnsFailures ? 0 : failures / Math.Max(failures, window.Sum(DnsTime, static sample => sample.DnsQueries));
    }

    private static double? DnsBusy(SampleWindow window) => window.Sum(Minute, static sample => sample.DnsQueries);

    private static double? RateLimited(SampleWindow window) => window.Sum(Minute, static sample => sample.RestRateLimited);

    private static double? InvalidRequests(SampleWindow window) => window.Latest.RestInvalid;

    private static double? StorageLag(SampleWindow window) => window.Latest.StorageLag;

    private static double? DiskFree(SampleWindow window) =>
        window.Latest.DiskTotalBytes <= 0 ? null : window.Latest.DiskFreeBytes / Megabyte;

    private static double? SchedulerLag(SampleWindow window) =>
        IsSettling(window) ? null : window.Mean(Brief, static sample => sample.SchedulerLag);

    private static bool IsSettling(SampleWindow window) => window.SinceStart is not { } since || since < Settling;

    private static bool WasChanging(SampleWindow window)
    {
        foreach (var sample in window.Over(Change))
        {
            if (sample.IsChanging)
                return true;
        }

        return false;
    }
}
