using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Chatter;

/// <summary>
/// What the prefix costs a message that is no command, in a guild with a prefix of its own: the message read as the pipeline reads it
/// for any handler, beside the same with the handler of prefix commands after it. Its time is too little beside that of reading to be
/// their difference, so it is measured alone as well, on a message that was read.
/// </summary>
internal sealed class ChatterBenchmark : IBenchmark
{
    private const int Rounds = 15;
    private const double TimeBar = 2_000;

    /// <inheritdoc/>
    public string Name => "chatter";

    /// <inheritdoc/>
    public string Summary => "What prefix commands cost a message that is none: time and bytes beyond those of reading it.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.None;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await using var chat = await Chat.BeginAsync(cancellationToken);
        // Until the code is as fast as it gets.
        for (var i = 0; i < 2; i++)
        {
            chat.Read(withPrefix: false);
            chat.Read(withPrefix: true);
        }

        var (off, on, alone) = (new List<MessageCost>(), new List<MessageCost>(), new List<MessageCost>());
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Each first every other time: what else the machine does meets both alike.
            var first = chat.Read(withPrefix: round % 2 == 0);
            var second = chat.Read(withPrefix: round % 2 != 0);
            off.Add(round % 2 == 0 ? second : first);
            on.Add(round % 2 == 0 ? first : second);
            alone.Add(chat.Handle());
            progress.Report(FormattableString.Invariant($"round {round + 1} of {Rounds}: {off[^1].Nanoseconds:0} ns off, {on[^1].Nanoseconds:0} ns on"));
        }

        return Tell(off, on, alone);
    }

    private Report Tell(List<MessageCost> off, List<MessageCost> on, List<MessageCost> alone)
    {
        var report = new Report(Name);
        Add(report, "prefix commands off", off);
        Add(report, "prefix commands on", on);
        Add(report, "the handler of prefix commands alone", alone);
        var bytes = on.Zip(off, (with, without) => with.Bytes - without.Bytes).Max();
        report.Add(Promise.AtMost("a message that is no command, beyond reading it", alone.Select(cost => cost.Nanoseconds).Median(), TimeBar, " ns"));
        report.Add(Promise.AtMost("allocated for it beyond reading it", bytes, 0, " bytes"));
        return report;
    }

    private static void Add(Report report, string title, List<MessageCost> costs) => report.AddSet(title)
        .Add("ns for each message", costs.Select(cost => cost.Nanoseconds).Median())
        .Add("bytes for each message", costs.Max(cost => cost.Bytes));
}
