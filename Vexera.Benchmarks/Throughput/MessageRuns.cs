using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Throughput;

/// <summary>Lets the contenders receive the same messages, in turn, many times.</summary>
internal sealed class MessageRuns(int shards, string compression, int rate, IProgress<string> progress)
{
    private const int Rounds = 3;
    private const int Turns = 7;
    private const int WarmUp = 500_000;
    private const int Messages = 200_000;
    private const int MessageBytes = 1_600;
    private const int GuildsPerShard = 500;
    private static readonly ContenderKind[] Kinds = [ContenderKind.Frames, ContenderKind.Typed, ContenderKind.Vexera];

    /// <summary>A contender's name in the table.</summary>
    public static string NameOf(ContenderKind kind) => kind switch
    {
        ContenderKind.Frames => "frames only",
        ContenderKind.Typed => "deserializing",
        _ => "Vexera",
    };

    /// <summary>The figures of each contender: medians of all its turns, of Gen2 collections the most.</summary>
    public async Task<IReadOnlyDictionary<ContenderKind, MessageFigures>> MeasureAsync(CancellationToken cancellationToken)
    {
        var runs = Kinds.ToDictionary(kind => kind, _ => new List<Usage>());
        for (var round = 1; round <= Rounds; round++)
            await RunAsync(round, runs, cancellationToken);
        return runs.ToDictionary(pair => pair.Key, pair => Summarize(pair.Value));
    }

    // Short turns one right after the other: what else the machine does meets all contenders alike.
    private async Task RunAsync(int round, Dictionary<ContenderKind, List<Usage>> runs, CancellationToken cancellationToken)
    {
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, shards);
        var receivers = new List<(ContenderKind Kind, BootedContender Booted)>();
        try
        {
            foreach (var kind in Kinds)
                receivers.Add((kind, await BootedContender.StartAsync(kind, world, compression, cancellationToken)));
            foreach (var (_, booted) in receivers)
            {
                await ReceiveAsync(booted, WarmUp, cancellationToken);
                await booted.Contender.SettleAsync(cancellationToken);
            }

            for (var turn = 1; turn <= Turns; turn++)
            {
                foreach (var (kind, booted) in receivers)
                {
                    var usage = await ReceiveAsync(booted, Messages, cancellationToken);
                    runs[kind].Add(usage);
                    Tell(round, turn, kind, usage);
                }
            }
        }
        finally
        {
            foreach (var (_, booted) in receivers)
                await booted.DisposeAsync();
        }
    }

    private Task<Usage> ReceiveAsync(BootedContender booted, int count, CancellationToken cancellationToken) => booted.Contender.MeasureAsync(
        count,
        () => booted.Sandbox.Client.StartTrafficAsync(new { eventsPerSecond = rate, count, size = MessageBytes }, cancellationToken),
        cancellationToken);

    private void Tell(int round, int turn, ContenderKind kind, Usage usage) => progress.Report(FormattableString.Invariant(
        $"{shards} shards, round {round} of {Rounds}, turn {turn} of {Turns}, {NameOf(kind)}: {usage.CpuSeconds:0.000} CPU s, {usage.AllocatedBytes / Messages:0} bytes, {usage.Gen2} Gen2, {Messages / usage.WallSeconds:N0} events/s"));

    private static MessageFigures Summarize(List<Usage> runs) => new(
        runs.Select(run => run.CpuSeconds * 100_000 / Messages).Median(),
        runs.Select(run => run.AllocatedBytes / Messages).Median(),
        runs.Max(run => run.Gen2),
        runs.Select(run => Messages / run.WallSeconds).Median());
}

/// <summary>What messages cost one contender.</summary>
/// <param name="CpuSeconds">CPU seconds for 100,000.</param>
/// <param name="BytesEach">Bytes allocated for each.</param>
/// <param name="Gen2">Collections of the whole heap, the most in one run.</param>
/// <param name="EventsPerSecond">How fast they came, with the sender on the same machine.</param>
internal sealed record MessageFigures(double CpuSeconds, double BytesEach, int Gen2, double EventsPerSecond);
