using System.Text.RegularExpressions;
using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Dashboard;

/// <summary>
/// The operator's page over a day of history: how fast a browser shows it, and what an open page costs the bot. Turns with and
/// without a page alternate, so that what else the machine does touches both.
/// </summary>
internal sealed partial class DashboardBenchmark : IBenchmark
{
    private const double PictureBar = 1.0;
    private const double CpuBar = 2.0;
    private const int Openings = 7;
    private const int Turns = 5;
    private const int Guilds = 3_000;
    private const string ReadyText = "shards are ready after";
    private const string AddressText = "The dashboard is at";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan SettleFor = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public string Name => "dashboard";

    /// <inheritdoc/>
    public string Summary => "The dashboard over 24 h of history: first picture in Chromium, and the bot's CPU with a page open.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Seconds;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 288;
        var turn = TimeSpan.FromSeconds(settings.Seconds ?? 20);
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxProcess.StartAsync(
            VexeraExecutable.Built, new SandboxWorldSize(Guilds, shards, MaxConcurrency: shards), cancellationToken);
        await using var bot = ChildProcess.Start(
            Environment.ProcessPath!,
            [.. ChildProcess.OwnArguments(), DashboardBot.Command, new Uri(sandbox.Address, "/api/v10").AbsoluteUri, sandbox.Client.BotToken],
            folder.Path);
        var address = new Uri(AddressIn().Match((await bot.LineAsync(AddressText, Patience, cancellationToken)).Text).Value);
        await bot.LineAsync(ReadyText, Patience, cancellationToken);
        await Task.Delay(SettleFor, TimeProvider.System, cancellationToken);

        await using var viewer = await DashboardViewer.StartAsync();
        var before = ProcessSample.Of(bot.Process).ResidentMegabytes;
        var never = await CpuAsync(bot, turn, cancellationToken);
        var (pictures, lives) = await OpenAsync(viewer, address, progress);
        var after = ProcessSample.Of(bot.Process).ResidentMegabytes;
        var (with, without) = await WatchAsync(viewer, address, bot, turn, progress, cancellationToken);

        var report = new Report(Name);
        report.AddSet($"{shards} shards")
            .Add("first picture of the first page, s", pictures[0])
            .Add("first picture, median, s", pictures.Median())
            .Add("live, median, s", lives.Median())
            .Add("CPU before the first page, % of one core", never)
            .Add("CPU without a page, median, % of one core", without.Median())
            .Add("CPU with a page open, median, % of one core", with.Median())
            .Add("memory before the first page, MB", before)
            .Add("memory after it, MB", after);
        report.Add(Promise.AtMost("first picture, median", pictures.Median(), PictureBar, " s"));
        report.Add(Promise.AtMost("CPU that an open page costs, of one core", Math.Max(0, with.Median() - Math.Min(never, without.Median())), CpuBar, " %"));
        return report;
    }

    private static async Task<(List<double> Pictures, List<double> Lives)> OpenAsync(DashboardViewer viewer, Uri address, IProgress<string> progress)
    {
        var (pictures, lives) = (new List<double>(), new List<double>());
        for (var opening = 0; opening < Openings; opening++)
        {
            var (context, picture, live) = await viewer.OpenAsync(address);
            await context.DisposeAsync();
            progress.Report(FormattableString.Invariant($"first picture after {picture:0} ms, live after {live:0} ms"));
            pictures.Add(picture / 1000);
            lives.Add(live / 1000);
        }

        return (pictures, lives);
    }

    private static async Task<(List<double> With, List<double> Without)> WatchAsync(
        DashboardViewer viewer, Uri address, ChildProcess bot, TimeSpan turn, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (with, without) = (new List<double>(), new List<double>());
        for (var number = 0; number < Turns; number++)
        {
            var (context, _, _) = await viewer.OpenAsync(address);
            with.Add(await CpuAsync(bot, turn, cancellationToken));
            await context.DisposeAsync();
            without.Add(await CpuAsync(bot, turn, cancellationToken));
            progress.Report(FormattableString.Invariant($"CPU with a page {with[^1]:0.00} %, without {without[^1]:0.00} %"));
        }

        return (with, without);
    }

    private static async Task<double> CpuAsync(ChildProcess bot, TimeSpan turn, CancellationToken cancellationToken)
    {
        await Task.Delay(BetweenTurns, TimeProvider.System, cancellationToken);
        var before = ProcessSample.Of(bot.Process).Cpu;
        var began = TimeProvider.System.GetTimestamp();
        await Task.Delay(turn, TimeProvider.System, cancellationToken);
        return (ProcessSample.Of(bot.Process).Cpu - before) / TimeProvider.System.GetElapsedTime(began) * 100;
    }

    [GeneratedRegex(@"http://[\d.]+:\d+/")]
    private static partial Regex AddressIn();
}
