using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios.Soaking;

/// <summary>Something bad that lasts a while, and what there is of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Lasts">How long until it ends.</param>
/// <param name="Begin">Begins it.</param>
/// <param name="End">Ends it; null where it ends by itself.</param>
internal sealed record BadMoment(string Name, TimeSpan Lasts, Action<Moment> Begin, Action<Moment>? End = null)
{
    /// <summary>What is called so in which guilds add the bot.</summary>
    public const string NewGuilds = "new-guilds";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    /// <summary>Whether the bot's process ends, so that its memory begins anew.</summary>
    public bool EndsProcess { get; init; }

    /// <summary>How many requests may be under way when it limits them, which breaks Discord's rule for each.</summary>
    public int RequestsUnderWay { get; init; }

    /// <summary>Those in which the process lives on.</summary>
    public static IReadOnlyList<BadMoment> Lasting { get; } =
    [
        new("drop", Short, moment => moment.Drop(Patience)),
        new("slow-resolver", Long, moment => moment.Resolver(TimeSpan.FromSeconds(2)).Drop(Patience), moment => moment.ResolverRecovers()),
        new("refusing-resolver", Long, moment => moment.ResolverRefuses().Drop(Patience), moment => moment.ResolverRecovers()),
        new("purge", Short, moment => moment.PurgeCache().Changes(10)),
        new("changes", Short, moment => moment.Changes(20)),
        new(NewGuilds, Short, moment => moment.NewGuilds(2)),
        new("outage", Long, moment => moment.Outage(1.0 / 3), moment => moment.OutageEnds()),
        new("gateway-down", Long, moment => moment.GatewayDown(TimeSpan.FromSeconds(4), Patience)),
        new("rate-limits", Long, moment => moment.RateLimits("POST /channels", "shared", TimeSpan.FromSeconds(2), count: 3)) { RequestsUnderWay = 3 },
        new("slow-handler", Long, moment => moment.SlowHandler(TimeSpan.FromSeconds(1)), moment => moment.SlowHandler(TimeSpan.Zero)),
        new("database-locked", Long, moment => moment.LockDatabase(TimeSpan.FromSeconds(8)).Changes(5)),
        new("slow-disk", Long, moment => moment.SlowDisk(TimeSpan.FromSeconds(1)).Changes(5), moment => moment.SlowDisk(TimeSpan.Zero)),
        new("disk-full", Long, moment => moment.DiskFull().Changes(5), moment => moment.DiskHasRoom()),
        new("clock-ahead", Long, moment => moment.SetClock(TimeSpan.FromHours(1)), moment => moment.SetClock(TimeSpan.Zero)),
        new("clock-behind", Long, moment => moment.SetClock(TimeSpan.FromHours(-1)), moment => moment.SetClock(TimeSpan.Zero)),
    ];

    /// <summary>Those that end the process.</summary>
    public static IReadOnlyList<BadMoment> Ending { get; } =
    [
        new("restart", Short, moment => moment.Changes(5).Restart()) { EndsProcess = true },
        new("kill", Short, moment => moment.Changes(5).Kill()) { EndsProcess = true },
    ];
}
