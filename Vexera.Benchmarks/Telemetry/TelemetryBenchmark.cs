using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Telemetry;

/// <summary>What meters cost: messages on their way through Vexera with everything listening, beside nobody listening.</summary>
internal sealed class TelemetryBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int Turns = 9;
    private const int WarmUp = 500_000;
    private const int Messages = 200_000;
    private const int MessageBytes = 1_600;
    private const int GuildsPerShard = 500;
    private const double Bar = 1.03;

    /// <inheritdoc/>
    public string Name => "telemetry";

    /// <inheritdoc/>
    public string Summary => "CPU for each message with all meters read and sent to StatsD, beside meters that nobody reads; bytes for each recording.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Compression | Knobs.Rate;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 16;
        using var server = new UdpSink();
        var turns = new List<(Usage Off, Usage On)>();
        for (var round = 1; round <= Rounds; round++)
            await RunAsync(round, shards, settings, server.Port, turns, progress, cancellationToken);
        return Tell(turns, server.Datagrams, RecordingCosts.Measure());
    }

    private static async Task RunAsync(
        int round, int shards, BenchmarkSettings settings, int port, List<(Usage Off, Usage On)> turns, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, shards);
        var compression = settings.Compression ?? "None";
        await using var off = await BootedContender.StartAsync(
            ContenderKind.Vexera, world, compression, cancellationToken, setup => setup with { HasDeafMeters = true });
        await using var on = await BootedContender.StartAsync(
            ContenderKind.Vexera, world, compression, cancellationToken, setup => setup with { StatsdHost = "127.0.0.1", StatsdPort = port });
        foreach (var booted in new[] { off, on })
        {
            await ReceiveAsync(booted, WarmUp, settings, cancellationToken);
            await booted.Contender.SettleAsync(cancellationToken);
        }

        // Short turns one right after the other, each first every other time: what else the machine does meets both alike.
        for (var turn = 1; turn <= Turns; turn++)
        {
            var first = await ReceiveAsync(turn % 2 == 0 ? on : off, Messages, settings, cancellationToken);
            var second = await ReceiveAsync(turn % 2 == 0 ? off : on, Messages, settings, cancellationToken);
            var pair = turn % 2 == 0 ? (Off: second, On: first) : (Off: first, On: second);
            turns.Add(pair);
            progress.Report(FormattableString.Invariant(
                $"round {round} of {Rounds}, turn {turn} of {Turns}: off {pair.Off.CpuSeconds:0.000} CPU s, on {pair.On.CpuSeconds:0.000}"));
        }
    }

    private static Task<Usage> ReceiveAsync(BootedContender booted, int count, BenchmarkSettings settings, CancellationToken cancellationToken) =>
        booted.Contender.MeasureAsync(
            count,
            () => booted.Sandbox.Client.StartTrafficAsync(new { eventsPerSecond = settings.Rate ?? 0, count, size = MessageBytes }, cancellationToken),
            cancellationToken);

    private Report Tell(List<(Usage Off, Usage On)> turns, long datagrams, IReadOnlyList<RecordingCost> costs)
    {
        var report = new Report(Name);
        report.AddSet("meters nobody reads").Add("CPU seconds for 100,000 events", CpuOf(turns.Select(turn => turn.Off)));
        report.AddSet("all read, and sent to StatsD")
            .Add("CPU seconds for 100,000 events", CpuOf(turns.Select(turn => turn.On)))
            .Add("datagrams", datagrams);
        foreach (var cost in costs)
            report.AddSet(cost.Name).Add("ns for each recording", cost.Nanoseconds).Add("bytes for each recording", cost.Bytes);
        report.Add(Promise.AtMost("CPU with all meters, beside none", turns.Select(turn => turn.On.CpuSeconds / turn.Off.CpuSeconds).Median(), Bar, " ×"));
        report.Add(Promise.AtMost("allocated for each recording", costs.Max(cost => cost.Bytes), 0, " bytes"));
        return report;
    }

    private static double CpuOf(IEnumerable<Usage> runs) => runs.Select(run => run.CpuSeconds * 100_000 / Messages).Median();
}
