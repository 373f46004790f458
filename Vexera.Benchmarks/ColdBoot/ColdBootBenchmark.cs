using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

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
        await using (var booted = await BootedContender.StartAsync(ContenderKind.Bot, world, settings.Compression, cancellationToken))
            Tell(report, booted, await booted.Sandbox.Client.StatsAsync(cancellationToken), floor);
        if (floor == TimeSpan.Zero)
            await CompareAsync(report, world, settings.Compression, progress, cancellationToken);
        return report;
    }

    private static void Tell(Report report, BootedContender booted, SandboxStats stats, TimeSpan floor)
    {
        var (bot, sandbox, usage) = (booted.Contender.Sample(), booted.Sandbox.Sample(), booted.Answer.Usage);
        report.AddSet("Vexera")
            .Add("process start to all guilds known, s", booted.Elapsed.TotalSeconds)
            .Add("identify floor, s", floor.TotalSeconds)
            .Add("CPU, s", bot.Cpu.TotalSeconds)
            .Add("memory at the end, MB", bot.ResidentMegabytes)
            .Add("allocated, MB", usage.AllocatedBytes / (1024 * 1024))
            .Add("Gen2 collections", usage.Gen2)
            .Add("IDENTIFYs", stats.Identifies)
            .Add("CPU of the sandbox, s", sandbox.Cpu.TotalSeconds)
            .Add("memory of the sandbox, MB", sandbox.ResidentMegabytes);
        if (floor > TimeSpan.Zero)
            report.Add(Promise.AtMost("from process start to all guilds known, beside the identify floor", booted.Elapsed / floor, FloorBar, " ×"));
        report.Add(Promise.Never("a rule of Discord's is broken, such as the identify rate", stats.Violations, stats.DescribeViolations()));
        report.Add(Promise.AtMost("memory at the end", bot.ResidentMegabytes, MemoryBar, " MB"));
    }

    private static async Task CompareAsync(
        Report report, SandboxWorldSize world, string? compression, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var warm = await WarmBoots.MeasureAsync([ContenderKind.Frames, ContenderKind.Bot], world, compression, progress, cancellationToken);
        var (frames, vexera) = (warm[ContenderKind.Frames], warm[ContenderKind.Bot]);
        report.AddSet("warm, Vexera").Add("first IDENTIFY to all guilds known, s", vexera.Wall).Add("CPU, s", vexera.Cpu);
        report.AddSet("warm, frames only").Add("first IDENTIFY to all guilds known, s", frames.Wall).Add("CPU, s", frames.Cpu);
        report.Add(Promise.AtMost("beside a loop that only receives, identify time taken out", vexera.Wall / frames.Wall, LoopBar, " ×"));
    }
}
