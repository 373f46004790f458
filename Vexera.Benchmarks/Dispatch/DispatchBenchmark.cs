using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Dispatch;

/// <summary>How long events wait for their handlers, and whether one guild's stuck handler makes those of others wait.</summary>
internal sealed class DispatchBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int GuildsPerShard = 500;
    private const int WarmUpSeconds = 5;
    private const int StuckSeconds = 10;
    private const double Bar = 1.5;

    /// <inheritdoc/>
    public string Name => "dispatch";

    /// <inheritdoc/>
    public string Summary => "From event read to handler started at 20,000 events/s, and the same while one guild's handler is stuck.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Compression | Knobs.Rate;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 16;
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, MaxConcurrency: shards);
        progress.Report($"booting {shards} shards");
        await using var booted = await BootedContender.StartAsync(
            ContenderKind.Vexera, world, settings.Compression, cancellationToken, setup => setup with { MeasuresDelays = true });
        await booted.Sandbox.Client.StartTrafficAsync(new { eventsPerSecond = settings.Rate ?? 20_000 }, cancellationToken);
        await booted.Contender.DelaysAsync(StuckHow.Not, WarmUpSeconds, cancellationToken);
        var figures = Enum.GetValues<StuckHow>().ToDictionary(how => how, _ => new List<DelayFigures>());
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var (how, rounds) in figures)
            {
                var figure = await booted.Contender.DelaysAsync(how, StuckSeconds, cancellationToken);
                rounds.Add(figure);
                progress.Report(FormattableString.Invariant(
                    $"round {round} of {Rounds}, {NameOf(how)}: {figure.Messages:N0} messages, p50 {figure.P50:0.000} ms, p99 {figure.P99:0.000} ms, longest {figure.Longest:0.0} ms"));
            }
        }

        await booted.Sandbox.Client.StopTrafficAsync(cancellationToken);
        return Tell(figures);
    }

    private static string NameOf(StuckHow how) => how switch
    {
        StuckHow.Waiting => "one guild's handler waits",
        StuckHow.HoldingItsThread => "one guild's handler holds its thread",
        _ => "nothing is stuck",
    };

    private Report Tell(Dictionary<StuckHow, List<DelayFigures>> figures)
    {
        var report = new Report(Name);
        foreach (var (how, rounds) in figures)
        {
            report.AddSet(NameOf(how))
                .Add("messages in a second", rounds.Select(round => (double)round.Messages / StuckSeconds).Median())
                .Add("delay, p50, µs", rounds.Select(round => round.P50 * 1000).Median())
                .Add("delay, p99, µs", rounds.Select(round => round.P99 * 1000).Median())
                .Add("delay, longest, µs", rounds.Max(round => round.Longest * 1000));
        }

        foreach (var how in figures.Keys.Where(how => how != StuckHow.Not))
        {
            var ratio = figures[how].Zip(figures[StuckHow.Not], (stuck, before) => stuck.P99 / before.P99).Median();
            report.Add(Promise.AtMost($"{NameOf(how)} for {StuckSeconds} s: p99 of the others, beside before", ratio, Bar, " ×"));
        }

        return report;
    }
}
