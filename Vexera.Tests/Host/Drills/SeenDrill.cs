using System.Globalization;
using System.Text.Json;
using Vexera.Core.Shards;
using Vexera.Host.Control.Status;
using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills;

/// <summary>What was seen in a drill of 60 s, without a process: a good one, of which a test changes what it is about.</summary>
internal static class SeenDrill
{
    public const int Shards = 4;
    public const long Sent = 600;
    public const string OldGuild = "1", NewGuild = "2";

    /// <summary>When it began.</summary>
    public static readonly DateTimeOffset StartedAt = new(2019, 10, 12, 13, 10, 0, TimeSpan.Zero);

    /// <summary>All shards were ready then.</summary>
    public static readonly TimeSpan ReadyAt = Seconds(10);

    /// <summary>A drill in which every promise is kept that can be.</summary>
    public static DrillRecord Kept => new()
    {
        Scenario = new Scenario("seen", "what a test says was seen"),
        World = new SandboxWorldSize(20, Shards, Shards, Seed: 7),
        StartedAt = StartedAt,
        Marks = [new DrillMark(TimeSpan.Zero, "", "the bot starts"), new DrillMark(Seconds(12), "14:06", "every socket is dropped")],
        Ends = [new BotEnd(Seconds(30), IsKill: false, Seconds(1), Seconds(4))],
        Losses = [new ShardLoss(Seconds(12), Seconds(2), AreBack: true)],
        IdentifiesDue = 0,
        AlertCauses = [new AlertCause("QueueFill", Seconds(15))],
        NewGuilds = new Dictionary<string, TimeSpan> { [NewGuild] = Seconds(14) },
        FirstStart = Seconds(6),
        ReadyAt = ReadyAt,
        Samples = Samples(),
        Before = Stats(identifies: Shards),
        After = Stats(identifies: Shards, resumes: 2 * Shards),
        Calls = [Call("1001", 20, 0.1), Call("1002", 40, 0.2), Warning("1003", 41, "`Pip` has a warning now: case 1.")],
        Unasked = [Said(NewGuild, 16, "Thanks for adding me! My commands start with `+`, and every one of them is in the menu behind `/` too. `+help` lists them; `+prefix` changes the prefix.")],
        Sent = Sent,
        Handled = [.. Enumerable.Range(1, (int)Sent).Select(number => (long)number)],
        Guilds = new Comparison(20, []),
        Cases = [new CaseOnDisk(OldGuild, 1, "1003")],
        OwnEnd = null,
        Log = Log(),
    };

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>A sample each second from 0 to 60.</summary>
    /// <param name="change">Makes one of them different.</param>
    public static IReadOnlyList<DrillSample> Samples(Func<DrillSample, DrillSample>? change = null) =>
    [
        .. Enumerable.Range(0, 61).Select(second =>
        {
            var at = Seconds(second);
            var isReady = at >= ReadyAt;
            var sample = new DrillSample(at, Stats(identifies: isReady ? Shards : 0), Sent: isReady ? Math.Min(Sent, (second - 10) * 20) : 0)
            {
                Runs = true,
                Megabytes = 100,
                Status = Status(isReady ? Shards : 0, second is >= 20 and < 30 ? ["QueueFill"] : []),
            };
            return change?.Invoke(sample) ?? sample;
        }),
    ];

    /// <summary>What the bot says of itself.</summary>
    /// <param name="ready">How many shards are ready.</param>
    /// <param name="alerts">Which rules fire.</param>
    public static StatusReport Status(int ready, params IEnumerable<string> alerts) => new()
    {
        Version = "1.0.0",
        StartedAt = StartedAt,
        UptimeSeconds = 1,
        Shards = new ShardsReport(Shards, Shards, new Dictionary<string, int> { [nameof(ShardState.Ready)] = ready }, null, null),
        Events = new EventsReport(0, 0, 0, 0),
        Storage = new StorageReport(null, null, 0, 0),
        Alerts = [.. alerts.Select(rule => new AlertReport(rule, "Warning", StartedAt, 1, 1, rule))],
    };

    /// <summary>What the simulator counted.</summary>
    /// <param name="identifies">IDENTIFYs.</param>
    /// <param name="resumes">RESUMEs.</param>
    /// <param name="attached">Sessions with a connection.</param>
    /// <param name="questions">How often each name was asked for.</param>
    /// <param name="requests">Requests that were answered.</param>
    /// <param name="violations">How many rules were broken; as many as are listed unless given.</param>
    /// <param name="broken">Broken rules, and in which second.</param>
    public static SandboxStats Stats(
        long identifies = Shards,
        long resumes = 0,
        int attached = Shards,
        IReadOnlyDictionary<string, int>? questions = null,
        int requests = 9,
        long? violations = null,
        params IReadOnlyList<(string Rule, double At)> broken) => new(JsonSerializer.SerializeToElement(new
        {
            identifies = new { total = identifies },
            resumes = new { total = resumes },
            replays = 0,
            violations = new
            {
                count = violations ?? broken.Count,
                list = broken.Select(one => new { rule = one.Rule, detail = $"{one.Rule} of {one.At}", at = StartedAt + Seconds(one.At) }),
            },
            sessions = new { backlog = 0, attached },
            dns = new
            {
                address = "127.0.0.1:53",
                questions = (questions ?? new Dictionary<string, int> { ["gateway.discord.test"] = 1 }).Select(one => new { name = one.Key, type = "A", count = one.Value }),
            },
            requests = new[] { new { route = "GET /gateway/bot", status = 200, count = requests } },
        }));

    /// <summary>A call of a command in a second, with answers so much later.</summary>
    public static Call Call(string id, double at, params IEnumerable<double> delays) =>
        new(id, StartedAt + Seconds(at), [.. delays.Select(delay => Said(OldGuild, at + delay, "Pong!") with { Answers = id })]);

    /// <summary>A warning that was called for in a second, and what was answered at once.</summary>
    public static Call Warning(string id, double at, string answer) => new(id, StartedAt + Seconds(at), [Said(OldGuild, at, answer) with { Answers = id }]);

    /// <summary>Something that the bot said in a second.</summary>
    public static BotMessage Said(string? guildId, double at, string content) => new(1, "5", guildId, null, StartedAt + Seconds(at), content);

    /// <summary>A log with a line in each second.</summary>
    public static BotLog Log() => BotLog.Of([Enumerable.Range(0, 61).Select(second => LogLine(second))]);

    /// <summary>The log's line of a second.</summary>
    public static string LogLine(int second) =>
        string.Create(CultureInfo.InvariantCulture, $"{(StartedAt + Seconds(second)).LocalDateTime:yyyy-MM-dd HH:mm:ss.ffff}|INFO|second {second}");
}
