using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Host.Dashboard.Live;

/// <summary>Reads the meters into tables, once for all pages that show them.</summary>
internal sealed class WorkDesk(
    IMeterValues meters, IRestPressure pressure, StorageHealth storage, DeferredWrites deferred, DashboardFeed feed, TimeProvider time)
{
    /// <summary>How old the tables may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private const int Most = 50;
    private readonly Lock _access = new();
    private WorkView? _view;
    private long _readAt;

    /// <summary>The tables; the same object until they are read anew.</summary>
    public WorkView Current
    {
        get
        {
            lock (_access)
            {
                if (_view is not null && time.GetElapsedTime(_readAt) < Freshness)
                    return _view;
                _readAt = time.GetTimestamp();
                return _view = Read();
            }
        }
    }

    private WorkView Read() => new(
        Commands(),
        Handlers(),
        Routes(),
        pressure.Waiting(Most),
        feed.Current.Latest?.IdentifiesLeft,
        Total("vexera.shard.identifies"),
        Total("vexera.shard.resumes"),
        [.. ByTag("vexera.shard.reconnects", "code").Select(reason => KeyValuePair.Create(reason.Key, reason.Sum(series => series.Count))).OrderByDescending(reason => reason.Value)],
        new CacheView(
            feed.Current.Latest?.CacheBytes ?? 0, feed.Current.Latest?.CacheHitRatio ?? 1, Total("vexera.state.reads"), Total("vexera.state.fetches")),
        Timing("", MeterSeries.Total(meters.Read("vexera.state.commit_duration")), 0),
        Total("vexera.state.commits_failed"),
        storage.Trouble,
        deferred.Count);

    private IReadOnlyList<CommandRow> Commands()
    {
        var times = ByTag("vexera.commands.duration", "command").ToDictionary(command => command.Key, command => Timing(command.Key, MeterSeries.Total(command), 0));
        return [.. ByTag("vexera.commands", "command").Select(command =>
        {
            long Of(params string[] outcomes) => command.Where(series => outcomes.Contains(series.Tag("outcome"))).Sum(series => series.Count);
            var (done, failed) = (Of("done"), Of("failed", "timed_out"));
            var time = times.GetValueOrDefault(command.Key);
            return new CommandRow(command.Key, done, command.Sum(series => series.Count) - done - failed, failed, time?.Mean ?? 0, time?.Slow ?? 0);
        }).OrderByDescending(row => row.Done + row.Refused + row.Failed).Take(Most)];
    }

    private IReadOnlyList<TimingRow> Handlers()
    {
        var failed = ByTag("vexera.handlers.failed", "module").ToDictionary(module => module.Key, module => module.Sum(series => series.Count));
        return
        [
            .. ByTag("vexera.handlers.duration", "module")
                .Select(module => Timing(module.Key, MeterSeries.Total(module), failed.GetValueOrDefault(module.Key)))
                .OrderByDescending(row => row.Count)
                .Take(Most),
        ];
    }

    private IReadOnlyList<RouteRow> Routes() =>
    [
        .. ByTag("vexera.rest.requests", "route").Select(route =>
        {
            var limited = route.Where(series => series.Tag("status") == "429").Sum(series => series.Count);
            var fine = route.Where(series => series.Tag("status") is ['2', _, _] or ['3', _, _]).Sum(series => series.Count);
            var all = route.Sum(series => series.Count);
            return new RouteRow(route.Key, all, limited, all - fine - limited);
        }).OrderByDescending(row => row.Count).Take(Most),
    ];

    private IEnumerable<IGrouping<string, MeterSeries>> ByTag(string instrument, string tag) =>
        meters.Read(instrument).GroupBy(series => series.Tag(tag) ?? "?", StringComparer.Ordinal);

    private long Total(string instrument) => meters.Read(instrument).Sum(series => series.Count);

    private static TimingRow Timing(string name, MeterSeries series, long failed) => new(
        name, series.Count, failed, series.Count == 0 ? 0 : series.Sum / series.Count, series.Percentile(0.99), series.Max);
}
