using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Idle;

/// <summary>What many connected shards cost while nothing happens: heartbeats, timers, buffers.</summary>
internal sealed class IdleBenchmark : IBenchmark
{
    private const int Guilds = 2;
    private const double CpuBar = 1.0;
    private static readonly TimeSpan SettleFor = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public string Name => "idle";

    /// <inheritdoc/>
    public string Summary => "CPU and memory of connected shards to which nothing happens.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Seconds | Knobs.Compression;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 288;
        var watch = TimeSpan.FromSeconds(settings.Seconds ?? 60);
        var one = await WatchAsync(1, watch, settings.Compression, progress, cancellationToken);
        var all = await WatchAsync(shards, watch, settings.Compression, progress, cancellationToken);

        var report = new Report(Name);
        Tell(report, 1, one);
        var figures = Tell(report, shards, all);
        if (shards > 1)
            figures.Add("memory for each further shard, KB", (all.Megabytes - one.Megabytes) * 1024 / (shards - 1));
        report.Add(Promise.AtMost($"CPU of {shards} idle shards, of one core", all.CpuPercent, CpuBar, " %"));
        return report;
    }

    private static FigureSet Tell(Report report, int shards, IdleFigures figures) => report.AddSet($"{shards} shards")
        .Add("CPU, % of one core", figures.CpuPercent)
        .Add("memory, MB", figures.Megabytes);

    private static async Task<IdleFigures> WatchAsync(
        int shards, TimeSpan watch, string? compression, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"watching {shards} idle shards for {watch.TotalSeconds:0} s");
        var world = new SandboxWorldSize(Guilds, shards, MaxConcurrency: shards);
        await using var booted = await BootedContender.StartAsync(ContenderKind.Bot, world, compression, cancellationToken);
        await Task.Delay(SettleFor, TimeProvider.System, cancellationToken);
        var before = booted.Contender.Sample();
        var began = TimeProvider.System.GetTimestamp();
        await Task.Delay(watch, TimeProvider.System, cancellationToken);
        var after = booted.Contender.Sample();
        return new IdleFigures((after.Cpu - before.Cpu) / TimeProvider.System.GetElapsedTime(began) * 100, after.ResidentMegabytes);
    }

    /// <param name="CpuPercent">CPU time, in percent of one core.</param>
    /// <param name="Megabytes">Resident memory.</param>
    private readonly record struct IdleFigures(double CpuPercent, double Megabytes);
}
