using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Scenarios;

namespace Vexera.Host.Drills.Staging;

/// <summary>A scenario at work: what its steps act on, and what they leave to be judged.</summary>
internal sealed class Drill
{
    private readonly List<DrillMark> _marks = [];
    private readonly List<BotEnd> _ends = [];
    private readonly List<AlertCause> _alertCauses = [];
    private readonly List<JoinWave> _joins = [];
    private readonly List<TimeSpan> _recoveries = [];
    private readonly Dictionary<string, TimeSpan> _newGuilds = [];

    public Drill(Scenario scenario, SandboxWorldSize world, SandboxClient sandbox, DrilledBot bot, Timeline timeline)
    {
        (Scenario, World, Sandbox, Bot, Timeline) = (scenario, world, sandbox, bot, timeline);
        Return = new ShardReturn(world.Shards, LookAsync, () => timeline.Now, TimeProvider.System);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>How big the world is.</summary>
    public SandboxWorldSize World { get; }

    /// <summary>The share of the scenario's own size.</summary>
    public required double Scale { get; init; }

    /// <summary>Shards of the bot.</summary>
    public int Shards => World.Shards;

    /// <summary>In how many guilds messages are written, the simulator's first ones; those with people are among them.</summary>
    public int GuildsWithTraffic => PeoplesGuilds.Count + Math.Max(1, (int)(World.Guilds * Scenario.TrafficShare));

    /// <summary>Messages and calls, which a step may pause.</summary>
    public required Load Load { get; init; }

    /// <summary>The simulator.</summary>
    public SandboxClient Sandbox { get; }

    /// <summary>The bot.</summary>
    public DrilledBot Bot { get; }

    /// <summary>The drill's time.</summary>
    public Timeline Timeline { get; }

    /// <summary>Measures how long shards take to come back.</summary>
    public ShardReturn Return { get; }

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<DrillMark> Marks => _marks;

    /// <summary>How often the scenario ended the bot.</summary>
    public IReadOnlyList<BotEnd> Ends => _ends;

    /// <summary>IDENTIFYs that the scenario itself causes beside those of the first start.</summary>
    public int IdentifiesDue { get; set; }

    /// <summary>Causes that an alert is due for.</summary>
    public IReadOnlyList<AlertCause> AlertCauses => _alertCauses;

    /// <summary>Waves of people who joined a guild.</summary>
    public IReadOnlyList<JoinWave> Joins => _joins;

    /// <summary>When the resolver became well again.</summary>
    public IReadOnlyList<TimeSpan> Recoveries => _recoveries;

    /// <summary>Guilds that people call commands in, by id.</summary>
    public required IReadOnlyList<string> PeoplesGuilds { get; init; }

    /// <summary>Guilds that added the bot while it was drilled, by id, and when.</summary>
    public IReadOnlyDictionary<string, TimeSpan> NewGuilds => _newGuilds;

    /// <summary>Whether the bot's process has ended though nothing ended it.</summary>
    public bool HasEndedByItself => Bot.Process is { HasExited: true };

    /// <summary>Notes that something happened now.</summary>
    public void Mark(string time, string text) => _marks.Add(new DrillMark(Timeline.Now, time, text));

    /// <summary>Notes that the bot was ended, and how long the next one took until all shards were ready.</summary>
    public void Ended(BotEnd end) => _ends.Add(end);

    /// <summary>Notes that there is cause for an alert from now on.</summary>
    public void Expect(string rule) => _alertCauses.Add(new AlertCause(rule, Timeline.Now));

    /// <summary>Notes that people have joined.</summary>
    public void Raided(JoinWave wave) => _joins.Add(wave);

    /// <summary>Notes that the resolver is well again.</summary>
    public void Recovered() => _recoveries.Add(Timeline.Now);

    /// <summary>Notes that a guild adds the bot now.</summary>
    public void Joined(string guildId) => _newGuilds.Add(guildId, Timeline.Now);

    // Nobody waits for the shards of a bot that is gone.
    private Task<SandboxStats> LookAsync(CancellationToken cancellationToken) =>
        HasEndedByItself ? throw new NotMeasuredException(DrillText.BotGone) : Sandbox.StatsAsync(cancellationToken);
}
