using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Shards;
using Vexera.Core.State;
using Vexera.Core.Telemetry;

namespace Vexera.Host.Dashboard.Live;

/// <summary>
/// Looks at the bot once a second while pages are open, once for all of them, and not at all while none is.
/// </summary>
internal sealed class DashboardFeed(
    IFleetStatus fleet,
    IGuildStates guilds,
    IGuildCensus census,
    ISampleHistory samples,
    IEventRate events,
    IAlertBoard alerts,
    Uptime uptime,
    TimeProvider time) : IDisposable
{
    /// <summary>How often is looked.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // More than there are in a minute, so that none stands for others.
    private const int MostRecent = 100;
    private static readonly TimeSpan CensusEvery = TimeSpan.FromSeconds(30);
    private readonly Lock _access = new();
    private Snapshot? _current;
    private IReadOnlyList<int> _guilds = [];
    private long _countedAt;
    private long _lookedAt;
    private ITimer? _timer;
    private Action? _changed;

    /// <summary>What is shown now; never older than a second.</summary>
    public Snapshot Current
    {
        get
        {
            lock (_access)
                return _current is { } current && time.GetElapsedTime(_lookedAt) < Interval ? current : Look();
        }
    }

    /// <summary>Calls back once a second, after <see cref="Current"/> is new, until the result is disposed.</summary>
    public IDisposable Subscribe(Action changed)
    {
        lock (_access)
        {
            _changed += changed;
            _timer ??= time.CreateTimer(_ => Tick(), null, Interval, Interval);
        }

        return new Subscription(this, changed);
    }

    /// <summary>Stops looking.</summary>
    public void Dispose() => _timer?.Dispose();

    private void Tick()
    {
        Action? changed;
        lock (_access)
        {
            Look();
            changed = _changed;
        }

        changed?.Invoke();
    }

    private Snapshot Look()
    {
        var (before, latest) = (_current, samples.Since(time.GetUtcNow() - TimeSpan.FromMinutes(1), MostRecent));
        var (shards, firing) = (Shards(before), alerts.Firing);
        var sample = latest.Count > 0 ? latest[^1] : null;
        _lookedAt = time.GetTimestamp();
        return _current = new Snapshot(
            time.GetUtcNow(),
            shards,
            fleet.ShardCount,
            guilds.Count,
            sample,
            events.PerSecond(TimeSpan.FromMinutes(30)),
            before is not null && before.Firing.SequenceEqual(firing) ? before.Firing : firing,
            uptime.StartedAt,
            (before?.ChartVersion ?? 0) + (sample?.At == before?.Latest?.At ? 0 : 1));
    }

    private IReadOnlyList<ShardView> Shards(Snapshot? before)
    {
        var statuses = fleet.Shards;
        Count(statuses.Count);
        var shards = new ShardView[statuses.Count];
        var isSame = before?.Shards.Count == shards.Length;
        for (var i = 0; i < shards.Length; i++)
        {
            var id = statuses[i].Id;
            shards[i] = ShardView.Of(statuses[i], id < _guilds.Count ? _guilds[id] : 0);
            if (before is not null && i < before.Shards.Count && before.Shards[i] == shards[i])
                shards[i] = before.Shards[i];
            else
                isSame = false;
        }

        return isSame ? before!.Shards : shards;
    }

    private void Count(int shards)
    {
        if (shards == 0 || (_guilds.Count == fleet.ShardCount && time.GetElapsedTime(_countedAt) < CensusEvery))
            return;
        _guilds = census.CountByShard(Math.Max(1, fleet.ShardCount));
        _countedAt = time.GetTimestamp();
    }

    private void Leave(Action changed)
    {
        lock (_access)
        {
            _changed -= changed;
            if (_changed is not null)
                return;
            _timer?.Dispose();
            _timer = null;
        }
    }

    private sealed class Subscription(DashboardFeed feed, Action changed) : IDisposable
    {
        public void Dispose() => feed.Leave(changed);
    }
}
