using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Start;

/// <summary>The published executable as a self-hoster meets it: how fast it starts, how much memory it wants, how big it is.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const double StartBar = 1.0;
    private const double MemoryBar = 150;
    private const double GrowthBar = 1.10;

    /// <inheritdoc/>
    public string Name => "start";

    /// <inheritdoc/>
    public string Summary => "The published executable: process start to READY, memory idle and under commands, size.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Executable;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        if (settings.Executable is null)
            progress.Report("publishing the executable");
        var executable = settings.Executable ?? await VexeraExecutable.PublishAsync(folder.Path, cancellationToken);
        await using var sandbox = await SandboxProcess.StartAsync(executable, new SandboxWorldSize(2, 1, 1), cancellationToken);

        var starts = await new StartTimes(executable, sandbox, progress).MeasureAsync(cancellationToken);
        var memory = await new CommandMemory(executable, sandbox, progress).MeasureAsync(cancellationToken);
        return Tell(starts, memory, new FileInfo(executable).Length / (1024.0 * 1024));
    }

    private Report Tell(IReadOnlyList<double> starts, MemoryFigures memory, double executableMegabytes)
    {
        var report = new Report(Name);
        report.AddSet("vexera")
            .Add("start to READY, median, s", starts.Median())
            .Add("start to READY, fastest, s", starts.Min())
            .Add("start to READY, slowest, s", starts.Max())
            .Add("memory idle with 2 guilds, MB", memory.Idle)
            .Add("memory after 1,000 pings, MB", memory.AfterFirst)
            .Add("memory after 10,000 pings, MB", memory.AfterAll)
            .Add("memory after a flood of 10,000 more, MB", memory.AfterFlood)
            .Add("pings answered", memory.Answered)
            .Add("pings per second", memory.PerSecond)
            .Add("CPU per ping, ms", memory.CpuMilliseconds)
            .Add("executable, MB", executableMegabytes);
        report.Add(Promise.AtMost("from process start to the first READY, median of 10", starts.Median(), StartBar, " s"));
        report.Add(Promise.AtMost("memory, idle with two guilds", memory.Idle, MemoryBar, " MB"));
        report.Add(Promise.AtMost("memory after 10,000 pings", memory.AfterAll, MemoryBar, " MB"));
        report.Add(Promise.AtMost("memory is flat: after 10,000 pings to after the first 1,000", memory.AfterAll / memory.AfterFirst, GrowthBar, " ×"));
        report.Add(Promise.Exactly("every ping is answered", memory.Answered, 2 * CommandMemory.Pings));
        return report;
    }
}
