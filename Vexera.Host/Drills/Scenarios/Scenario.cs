using System.Globalization;
using Vexera.Host.Drills.Promises;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>A bad day: how big the world is, what happens when, and what is promised. docs/drills.md says how to write one.</summary>
/// <param name="name">What it is called on the command line.</param>
/// <param name="summary">What happens, in one line.</param>
internal sealed class Scenario(string name, string summary)
{
    /// <summary>The name at which the simulator listens for statistics, known to the simulator's DNS server only.</summary>
    public const string StatsHost = "statsd.discord.test";

    private readonly List<Moment> _moments = [];
    private readonly List<DrillPromise> _promises = [];
    private readonly Dictionary<string, string> _settings = [];
    private readonly Dictionary<string, TimeSpan> _trafficSettings = [];
    private readonly Dictionary<string, double> _figures = [];

    /// <summary>What it is called on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>What happens, in one line.</summary>
    public string Summary { get; } = summary;

    /// <summary>Guilds of the bot at scale 1.</summary>
    public int Guilds { get; init; } = 2_000;

    /// <summary>Shards at scale 1.</summary>
    public int Shards { get; init; } = 16;

    /// <summary>Sessions that may identify in each five seconds; null for as many as there are shards.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Numbered messages a second at scale 1.</summary>
    public int Rate { get; init; } = 500;

    /// <summary>The share of the guilds in which messages are written, those with people first; above 0 to 1.</summary>
    public double TrafficShare { get; init; } = 1;

    /// <summary>Whether the simulator keeps Discord's limits of requests.</summary>
    public bool HasRateLimits { get; init; }

    /// <summary>At which scale it runs when no scenario is named; null when it is not among those.</summary>
    public double? ShortScale { get; init; }

    /// <summary>How long a minute of the scenario's clock takes; a minute unless set.</summary>
    public TimeSpan Minute { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What happens, in order.</summary>
    public IReadOnlyList<Moment> Moments => _moments;

    /// <summary>What is promised.</summary>
    public IReadOnlyList<DrillPromise> Promises => _promises;

    /// <summary>What the bot is set to besides, by path.</summary>
    /// <param name="rate">Numbered messages a second.</param>
    public IReadOnlyDictionary<string, string> Settings(int rate) => new Dictionary<string, string>(
        [.. _settings, .. _trafficSettings.Select(one => KeyValuePair.Create(one.Key, FormattableString.Invariant($"{one.Value.TotalSeconds * rate:0}")))]);

    /// <summary>Figures to compare with, unit included in their names.</summary>
    public IReadOnlyDictionary<string, double> Figures => _figures;

    /// <summary>The next moment.</summary>
    /// <param name="time">By the scenario's clock, such as <c>14:06</c> or, with seconds, <c>0:00:05</c>.</param>
    public Moment At(string time)
    {
        var moment = new Moment(time, TryParse(time) ?? throw new FormatException($"'{time}' is no time such as 14:06 or 0:00:05."));
        _moments.Add(moment);
        return moment;
    }

    /// <summary>The next moment, of a scenario that may take days.</summary>
    /// <param name="time">How long after its beginning.</param>
    public Moment At(TimeSpan time)
    {
        var moment = new Moment(string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}"), time);
        _moments.Add(moment);
        return moment;
    }

    /// <summary>Has the bot run with a setting.</summary>
    /// <param name="path">Its path, such as <c>Net:Freshness</c>.</param>
    /// <param name="value">Its value.</param>
    public Scenario With(string path, string value)
    {
        _settings[path] = value;
        return this;
    }

    /// <summary>Has the bot run with a setting that counts messages, so that it means the same at every scale.</summary>
    /// <param name="path">Its path, such as <c>Dispatch:QueueLimit</c>.</param>
    /// <param name="length">Its value is as many as are written in this time.</param>
    public Scenario WithMessagesOf(string path, TimeSpan length)
    {
        _trafficSettings[path] = length;
        return this;
    }

    /// <summary>Adds a figure to compare with.</summary>
    public Scenario Beside(string name, double value)
    {
        _figures[name] = value;
        return this;
    }

    /// <summary>Adds what is promised.</summary>
    public Scenario Promise(params IEnumerable<DrillPromise> promises)
    {
        _promises.AddRange(promises);
        return this;
    }

    /// <summary>How long after the first moment another one is, in real time.</summary>
    public TimeSpan Due(Moment moment) => (moment.Clock - _moments[0].Clock) / TimeSpan.FromMinutes(1) * Minute;

    /// <summary>Reads a time of a scenario's clock; null when it is none.</summary>
    public static TimeSpan? TryParse(string time) =>
        TimeSpan.TryParseExact(time, [@"h\:mm", @"hh\:mm", @"h\:mm\:ss", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var clock) ? clock : null;
}
