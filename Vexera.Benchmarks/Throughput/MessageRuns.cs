using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Measuring;
using Vexera.Benchmarks.Processes;

namespace Vexera.Benchmarks.Throughput;

/// <summary>Lets the contenders receive the same messages, in turn, several times.</summary>
internal sealed class MessageRuns(int shards, string compression, int rate, IProgress<string> progress)
{
    private const int Rounds = 5;
    private const int WarmUp = 150_000;
    private const int Messages = 100_000;
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

    /// <summary>The figures of each contender: medians of all rounds, of Gen2 collections the most.</summary>
    public async Task<IReadOnlyDictionary<ContenderKind, MessageFigures>> MeasureAsync(CancellationToken cancellationToken)
    {
        var runs = Kinds.ToDictionary(kind => kind, _ => new List<Usage>());
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var kind in Kinds)
            {
                var usage = await RunAsync(kind, cancellationToken);
                runs[kind].Add(usage);
                progress.Report(FormattableString.Invariant(
                    $"{shards} shards, round {round} of {Rounds}, {NameOf(kind)}: {usage.CpuSeconds:0.00} CPU s, {usage.AllocatedBytes / Messages:0} bytes, {usage.Gen2} Gen2, {Messages / usage.WallSeconds:N0} events/s"));
            }
        }

        return runs.ToDictionary(pair => pair.Key, pair => Summarize(pair.Value));
    }

    private async Task<Usage> RunAsync(ContenderKind kind, CancellationToken cancellationToken)
    {
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, shards);
        await using var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        await using var contender = new ContenderProcess(
            new ContenderSetup(kind, sandbox.Address, sandbox.Client.BotToken, shards, shards, world.Guilds, compression));
        await contender.BootAsync(cancellationToken);
        await contender.MeasureAsync(WarmUp, () => Send(WarmUp), cancellationToken);
        return await contender.MeasureAsync(Messages, () => Send(Messages), cancellationToken);

        Task Send(int count) => sandbox.Client.StartTrafficAsync(new { eventsPerSecond = rate, count, size = MessageBytes }, cancellationToken);
    }

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
