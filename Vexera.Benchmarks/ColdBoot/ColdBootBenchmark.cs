using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Processes;
using Vexera.Benchmarks.Reporting;

namespace Vexera.Benchmarks.ColdBoot;

/// <summary>The whole bot from process start until every shard is ready and every guild applied.</summary>
internal sealed class ColdBootBenchmark : IBenchmark
{
    private const int MaxConcurrency = 16;
    private const double FloorBar = 1.2;
    private const double MemoryBar = 1536;
    private const double LoopBar = 1.3;

    /// <inheritdoc/>
    public string Name => "cold-boot";

    /// <inheritdoc/>
    public string Summary => "Process start to all shards ready and all guilds known, memory at the end, identify rate kept.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Guilds | Knobs.Compression;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 288;
        var world = new SandboxWorldSize(settings.Guilds ?? 300_000, shards, MaxConcurrency);
        var floor = IdentifyFloor.Of(world);
        var report = new Report(Name);

        progress.Report($"booting {world.Shards} shards with {world.Guilds} guilds; Discord allows no less than {floor.TotalSeconds:0} s");
        var boot = await Boots.BootAsync(ContenderKind.Bot, world, settings.Compression, cancellationToken);
        Tell(report, boot, floor);
        if (floor == TimeSpan.Zero)
            await CompareAsync(report, world, settings.Compression, progress, cancellationToken);
        return report;
    }

    private static void Tell(Report report, BootFigures boot, TimeSpan floor)
    {
        report.AddSet("Vexera")
            .Add("process start to all guilds known, s", boot.Elapsed.TotalSeconds)
            .Add("identify floor, s", floor.TotalSeconds)
            .Add("CPU, s", boot.Bot.Cpu.TotalSeconds)
            .Add("memory at the end, MB", boot.Bot.ResidentMegabytes)
            .Add("allocated, MB", boot.Usage.AllocatedBytes / (1024 * 1024))
            .Add("Gen2 collections", boot.Usage.Gen2)
            .Add("IDENTIFYs", boot.Stats.Identifies)
            .Add("CPU of the sandbox, s", boot.Sandbox.Cpu.TotalSeconds)
            .Add("memory of the sandbox, MB", boot.Sandbox.ResidentMegabytes);
        if (floor > TimeSpan.Zero)
            report.Add(Promise.AtMost("from process start to all guilds known, beside the identify floor", boot.Elapsed / floor, FloorBar, " ×"));
        report.Add(Promise.Exactly("rules of Discord's broken, the identify rate among them", boot.Stats.Violations, 0));
        report.Add(Promise.AtMost("memory at the end", boot.Bot.ResidentMegabytes, MemoryBar, " MB"));
    }

    private static async Task CompareAsync(
        Report report, SandboxWorldSize world, string? compression, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var frames = await Boots.WarmAsync(ContenderKind.Frames, world, compression, progress, cancellationToken);
        var vexera = await Boots.WarmAsync(ContenderKind.Bot, world, compression, progress, cancellationToken);
        report.AddSet("warm, Vexera").Add("order to all guilds known, s", vexera.Wall).Add("CPU, s", vexera.Cpu);
        report.AddSet("warm, frames only").Add("order to all guilds known, s", frames.Wall).Add("CPU, s", frames.Cpu);
        report.Add(Promise.AtMost("beside a loop that only receives, identify time taken out", vexera.Wall / frames.Wall, LoopBar, " ×"));
    }
}
