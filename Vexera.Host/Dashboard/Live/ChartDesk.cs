using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Host.Dashboard.Charts;

namespace Vexera.Host.Dashboard.Live;

/// <summary>Draws the charts of each range when there is something new, once for all pages.</summary>
/// <param name="samples">The figures.</param>
/// <param name="marks">The marks.</param>
/// <param name="feed">Tells when there is something new.</param>
internal sealed class ChartDesk(ISampleHistory samples, IMarks marks, DashboardFeed feed)
{
    private const double LeastEvents = 10, LeastCores = 0.5, LeastDelay = 0.01, LeastMemory = 64 * 1024 * 1024;
    private readonly Lock _access = new();
    private readonly Dictionary<ChartRange, ChartSet> _drawn = [];

    /// <summary>The charts of a range.</summary>
    public ChartSet Of(ChartRange range)
    {
        var snapshot = feed.Current;
        lock (_access)
        {
            if (_drawn.TryGetValue(range, out var drawn) && drawn.Version == snapshot.ChartVersion)
                return drawn;
            return _drawn[range] = Draw(range, snapshot);
        }
    }

    private ChartSet Draw(ChartRange range, Snapshot snapshot)
    {
        var to = snapshot.Latest?.At ?? snapshot.At;
        var axis = ChartBuilder.Axis(range, to);
        var shown = samples.Since(axis.From, range.Points());
        Chart Line(Func<Sample, double> figure, double least, bool isBinary = false) =>
            ChartBuilder.Draw(axis, [.. shown.Select(sample => (sample.At, figure(sample)))], least, isBinary);
        return new ChartSet(
            range,
            snapshot.ChartVersion,
            axis,
            Line(sample => sample.EventsPerSecond, LeastEvents),
            Line(sample => sample.CpuCores, LeastCores),
            Line(sample => sample.MemoryBytes, LeastMemory, isBinary: true),
            Line(sample => sample.DispatchDelayP99, LeastDelay),
            [.. marks.Since(axis.From)]);
    }
}

/// <summary>The charts of one range.</summary>
/// <param name="Range">The range.</param>
/// <param name="Version">Of the snapshot that they were drawn after.</param>
/// <param name="Axis">Their time axis.</param>
/// <param name="Events">Events a second.</param>
/// <param name="Cpu">Cores in use.</param>
/// <param name="Memory">Resident bytes.</param>
/// <param name="Delay">What 99 of 100 events waited for their handler, in seconds.</param>
/// <param name="Marks">Starts, deploys and incidents.</param>
internal sealed record ChartSet(
    ChartRange Range, long Version, TimeAxis Axis, Chart Events, Chart Cpu, Chart Memory, Chart Delay, IReadOnlyList<Mark> Marks);
