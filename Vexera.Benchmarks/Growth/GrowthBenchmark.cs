using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Growth;

/// <summary>The same figures for ever more shards: what they cost must grow in a straight line.</summary>
internal sealed class GrowthBenchmark : IBenchmark
{
    private const double LineBar = 1.25;
    private static readonly int[] Shards = [1, 16, 72, 144, 288];

    /// <inheritdoc/>
    public string Name => "growth";

    /// <inheritdoc/>
    public string Summary => "Boot, memory, idle cost and cost of a message at 1 to 288 shards: a straight line.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Compression;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var sizes = new List<SizeFigures>();
        foreach (var shards in Shards)
        {
            progress.Report($"measuring {shards} shards");
            sizes.Add(await SizeFigures.MeasureAsync(shards, settings.Compression, cancellationToken));
        }

        var report = new Report(Name);
        foreach (var size in sizes)
            Tell(report, size);
        AddLine(report, "CPU of a boot", sizes, size => size.BootCpuSeconds);
        AddLine(report, "memory", sizes, size => size.Megabytes);
        AddLine(report, "CPU while idle", sizes, size => size.IdleCpuPercent);
        report.Add(Promise.AtMost(
            "CPU for a message at 288 shards, beside 16", sizes[^1].MessageCpuSeconds / sizes[1].MessageCpuSeconds, LineBar, " ×"));
        return report;
    }

    private static void Tell(Report report, SizeFigures size) => report.AddSet($"{size.Shards} shards")
        .Add("guilds", size.Guilds)
        .Add("boot, s", size.BootSeconds)
        .Add("identify floor, s", size.FloorSeconds)
        .Add("CPU of a boot, s", size.BootCpuSeconds)
        .Add("memory, MB", size.Megabytes)
        .Add("CPU while idle, % of one core", size.IdleCpuPercent)
        .Add("CPU seconds for 100,000 messages", size.MessageCpuSeconds);

    // What the largest costs, beside the straight line that the smaller ones lie on.
    private static void AddLine(Report report, string what, List<SizeFigures> sizes, Func<SizeFigures, double> figure)
    {
        var line = StraightLine.Through(sizes[..^1].Select(size => ((double)size.Shards, figure(size))));
        var (expected, seen) = (line.At(sizes[^1].Shards), figure(sizes[^1]));
        report.Add(Promise.AtMost($"{what} at {sizes[^1].Shards} shards, beside the line through the smaller sizes", seen / expected, LineBar, " ×"));
    }
}
