using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>Recorded curves: samples ten seconds apart, put to the rules one after the other.</summary>
internal static class Curves
{
    public const long Gigabyte = 1L << 30;
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    public static readonly DateTimeOffset Day = new(2019, 10, 12, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A large bot on a good day.</summary>
    public static Sample Calm(DateTimeOffset at) => new()
    {
        At = at,
        EventsPerSecond = 2_400,
        DispatchDelayP50 = 0.002,
        DispatchDelayP99 = 0.02,
        Shards = 288,
        ShardsReady = 288,
        IdentifiesLeft = 1_500,
        GatewayLatency = 0.04,
        CpuCores = 2.8,
        CpuLimit = 8,
        MemoryBytes = 6 * Gigabyte,
        MemoryLimitBytes = 32 * Gigabyte,
        HeapBytes = 3 * Gigabyte,
        ThreadPoolThreads = 20,
        SchedulerLag = 0.001,
        OpenHandles = 900,
        DnsQueries = 1,
        RestRequests = 150,
        StorageLag = 1,
        DiskFreeBytes = 200 * Gigabyte,
        DiskTotalBytes = 500 * Gigabyte,
        CacheHitRatio = 0.99,
    };

    /// <summary>Samples from an instant up to another, made by a curve.</summary>
    public static IEnumerable<Sample> Between(DateTimeOffset from, DateTimeOffset to, Func<Sample, Sample> curve)
    {
        for (var at = from; at < to; at += Step)
            yield return curve(Calm(at));
    }

    /// <summary>Everything the rules say to a curve.</summary>
    public static List<Alert> Alerts(IEnumerable<Sample> samples, AlertEngine? engine = null, AlertOptions? options = null)
    {
        engine ??= new AlertEngine();
        options ??= new AlertOptions();
        return [.. samples.SelectMany(sample => engine.Step(sample, options))];
    }

    /// <summary>The alerts that began, by rule and when they were told.</summary>
    public static List<(string Rule, DateTimeOffset At)> Fired(IEnumerable<Sample> samples, AlertEngine? engine = null, AlertOptions? options = null)
    {
        engine ??= new AlertEngine();
        options ??= new AlertOptions();
        var firing = new HashSet<string>();
        var fired = new List<(string, DateTimeOffset)>();
        foreach (var sample in samples)
        {
            foreach (var alert in engine.Step(sample, options))
            {
                if (alert.ResolvedAt is not null)
                    firing.Remove(alert.Rule);
                else if (firing.Add(alert.Rule))
                    fired.Add((alert.Rule, sample.At));
            }
        }

        return fired;
    }

    /// <summary>A value that goes from one to another over a time, and stays.</summary>
    public static double Ramp(DateTimeOffset at, DateTimeOffset from, TimeSpan over, double start, double end) =>
        start + ((end - start) * Math.Clamp((at - from) / over, 0, 1));
}
