using Vexera.Benchmarks.Measuring;
using Vexera.Benchmarks.Processes;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Commands;

/// <summary>A command from message to answer, how many a process answers in a second, and what a permission rule costs it.</summary>
internal sealed class CommandsBenchmark : IBenchmark
{
    private const int WarmUp = 500;
    private const int OneByOne = 2_000;
    private const int Warnings = 1_000;
    private const int AtOnce = 5_000;
    private const double NodeBar = 1_000;

    /// <inheritdoc/>
    public string Name => "commands";

    /// <inheritdoc/>
    public string Summary => "+ping and +warn from message to answer over loopback, commands in a second, and the cost of deciding a permission node.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Executable;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var node = await NodeCosts.MeasureAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        if (settings.Executable is null)
            progress.Report("publishing the executable");
        var executable = settings.Executable ?? await VexeraExecutable.PublishAsync(folder.Path, cancellationToken);
        await using var sandbox = await SandboxProcess.StartAsync(executable, new SandboxWorldSize(2, 1, 1), cancellationToken);
        await using var bot = new BotProcess(executable, sandbox, "Rest:GlobalLimit=10000");
        await bot.ReadyAsync(cancellationToken);
        var pings = new CommandRuns(sandbox.Client, progress, "+ping", "Pong");
        await pings.AtOnceAsync(WarmUp, cancellationToken);
        var took = await pings.OneByOneAsync(OneByOne, cancellationToken);
        var atOnce = await pings.AtOnceAsync(AtOnce, cancellationToken);
        var warnings = new CommandRuns(sandbox.Client, progress, $"+warn <@{sandbox.Client.OtherId}> spam", "has a warning now");
        var warned = await warnings.OneByOneAsync(Warnings, cancellationToken);
        return Tell(took, warned, atOnce.Answered, atOnce.Done, atOnce.PerSecond, node);
    }

    private Report Tell(
        IReadOnlyList<double> took, IReadOnlyList<double> warned, long answered, long done, double perSecond, NodeCost node)
    {
        var report = new Report(Name);
        AddTimes(report.AddSet("+ping, one by one"), took);
        AddTimes(report.AddSet("+warn, one by one: a direct message, a case, an answer"), warned);
        report.AddSet("+ping, a hundred unanswered").Add("commands done in a second", perSecond).Add("done", done);
        report.AddSet("a permission node, decided warm").Add("ns for each decision", node.Nanoseconds).Add("bytes for each decision", node.Bytes);
        report.Add(Promise.Exactly("every command is answered", took.Count + warned.Count + answered, OneByOne + Warnings + AtOnce));
        report.Add(Promise.AtMost("a permission node, decided warm among 200 rules for a member with 20 roles", node.Nanoseconds, NodeBar, " ns"));
        report.Add(Promise.AtMost("allocated for each decision", node.Bytes, 0, " bytes"));
        return report;
    }

    private static void AddTimes(FigureSet set, IReadOnlyList<double> took) => set
        .Add("message to answer, p50, ms", took.Percentile(0.50))
        .Add("message to answer, p99, ms", took.Percentile(0.99))
        .Add("message to answer, longest, ms", took.Max());
}
