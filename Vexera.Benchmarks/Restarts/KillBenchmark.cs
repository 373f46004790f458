using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;
using Vexera.Sandbox;

namespace Vexera.Benchmarks.Restarts;

/// <summary>The bot is killed at random instants while messages, commands and changes of guilds flow.</summary>
internal sealed class KillBenchmark : IBenchmark
{
    private const int Kills = 20;
    private const int Seed = 20_191_012;
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LifeSpread = TimeSpan.FromSeconds(3);

    // GuildMembers, so that the counts of members can be compared too.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Gateway:Intents"] = "Guilds, GuildMembers, GuildMessages, DirectMessages, MessageContent",
    };

    /// <inheritdoc/>
    public string Name => "kill-9";

    /// <inheritdoc/>
    public string Summary => "kill -9 twenty times under load: events lost, commands answered twice, guilds that differ from the simulator's.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Guilds | Knobs.Rate;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (shards, random) = (settings.Shards ?? 8, new Random(Seed));
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Urls = "http://127.0.0.1:0",
                Guilds = settings.Guilds ?? 1_000,
                Shards = shards,
                MaxConcurrency = shards,
                Rest = new SandboxRestOptions { RateLimits = false },
            },
            cancellationToken);
        using var client = await SandboxClient.ConnectAsync(server.Address, cancellationToken);
        await using var bot = new DrilledBot(server.Address, server.BotToken, Settings);
        await bot.StartAsync(cancellationToken);
        await client.SettleAsync(TimeSpan.FromMinutes(1), cancellationToken);
        var before = await client.StatsAsync(cancellationToken);
        await using var load = new Load(server, client, settings.Rate ?? 500, random);
        var (slowest, differing) = (TimeSpan.Zero, new List<string>());
        for (var kill = 1; kill <= Kills; kill++)
        {
            await load.StartAsync(cancellationToken);
            await Task.Delay(ShortestLife + (LifeSpread * random.NextDouble()), TimeProvider.System, cancellationToken);
            await bot.KillAsync();
            var resumed = await bot.StartAsync(cancellationToken);
            slowest = resumed > slowest ? resumed : slowest;
            var differences = await load.PauseAsync(bot, cancellationToken);
            differing.AddRange(differences);
            progress.Report(FormattableString.Invariant(
                $"kill {kill} of {Kills}: resumed after {resumed.TotalSeconds:0.00} s, {differences.Count} guilds differ, {load.Conversation.Unanswered} of {load.Conversation.Asked} calls without answer, {load.Conversation.Doubled} answered twice"));
        }

        await bot.TerminateAsync(cancellationToken);
        return Tell(before, slowest, differing, load, bot.Handled, await client.StatsAsync(cancellationToken));
    }

    private Report Tell(
        SandboxStats before, TimeSpan slowest, List<string> differing, Load load, (long Handled, long Distinct) seen, SandboxStats stats)
    {
        var report = new Report(Name);
        report.AddSet("Vexera")
            .Add("kills", Kills)
            .Add("slowest new process to the last RESUMED, s", slowest.TotalSeconds)
            .Add("RESUMEs accepted", stats.Resumes - before.Resumes)
            .Add("messages sent", load.Sent)
            .Add("messages lost", load.Sent - seen.Distinct)
            .Add("messages that reached the handlers again after a kill", seen.Handled - seen.Distinct)
            .Add("commands called", load.Conversation.Asked)
            .Add("commands without an answer", load.Conversation.Unanswered)
            .Add("commands answered twice", load.Conversation.Doubled);
        report.Add(Promise.Never("a message is lost", load.Sent - seen.Distinct));
        report.Add(Promise.Never("a command is lost", load.Conversation.Unanswered));
        report.Add(Promise.Never("a command is answered twice", load.Conversation.Doubled));
        report.Add(Promise.Never("a guild on disk differs from the simulator's", differing.Count, differing.FirstOrDefault() ?? ""));
        report.Add(Promise.Never("a shard identifies again", stats.Identifies - before.Identifies));
        report.Add(Promise.Never("a rule of Discord's is broken", stats.Violations, stats.DescribeViolations()));
        return report;
    }
}
