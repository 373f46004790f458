using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Throughput;

/// <summary>What a message costs on its way through Vexera, beside what it costs to receive it at all.</summary>
internal sealed class ThroughputBenchmark : IBenchmark
{
    private const double FramesBar = 1.5;
    private const double TypedBar = 0.7;
    private const double BytesBar = 200;
    private static readonly int[] DefaultShards = [1, 16];

    /// <inheritdoc/>
    public string Name => "throughput";

    /// <inheritdoc/>
    public string Summary => "CPU and memory for each message, beside a loop that only receives and one that deserializes.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Compression | Knobs.Rate;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var report = new Report(Name);
        foreach (var shards in settings.Shards is { } chosen ? [chosen] : DefaultShards)
        {
            var figures = await new MessageRuns(shards, settings.Compression ?? "None", settings.Rate ?? 0, progress).MeasureAsync(cancellationToken);
            Tell(report, shards, figures);
        }

        return report;
    }

    private static void Tell(Report report, int shards, IReadOnlyDictionary<ContenderKind, MessageFigures> figures)
    {
        foreach (var (kind, of) in figures)
        {
            report.AddSet($"{MessageRuns.NameOf(kind)}, {shards} shards")
                .Add("CPU seconds for 100,000 events", of.CpuSeconds)
                .Add("bytes allocated for each event", of.BytesEach)
                .Add("Gen2 collections", of.Gen2)
                .Add("events per second", of.EventsPerSecond);
        }

        var (vexera, frames, typed) = (figures[ContenderKind.Vexera], figures[ContenderKind.Frames], figures[ContenderKind.Typed]);
        var where = shards == 1 ? "1 shard" : $"{shards} shards";
        report.Add(Promise.AtMost($"{where}: CPU beside the loop that only receives", vexera.CpuSeconds / frames.CpuSeconds, FramesBar, " ×"));
        report.Add(Promise.AtMost($"{where}: CPU beside the loop that deserializes", vexera.CpuSeconds / typed.CpuSeconds, TypedBar, " ×"));
        report.Add(Promise.AtMost($"{where}: allocated for each event", vexera.BytesEach, BytesBar, " bytes"));
        report.Add(Promise.Exactly($"{where}: Gen2 collections under steady load", vexera.Gen2, 0));
    }
}
