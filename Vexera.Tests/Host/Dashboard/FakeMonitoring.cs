using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Samples, marks and alerts as a test says.</summary>
internal sealed class FakeMonitoring : ISampleHistory, IMarks, IAlertBoard
{
    public event Action<Sample>? Sampled;

    public event Action? Changed;

    public IReadOnlyList<Sample> Samples { get; set; } = [];

    public IReadOnlyList<Mark> Marks { get; set; } = [];

    public IReadOnlyList<Alert> Firing { get; set; } = [];

    public IReadOnlyList<Alert> Resolved { get; set; } = [];

    /// <summary>A day of a bot with 300,000 guilds: a quiet night, a busy evening, a restart and an incident.</summary>
    public static FakeMonitoring Day(DateTimeOffset now)
    {
        var samples = Enumerable.Range(0, 24 * 360).Select(index =>
        {
            var at = now - TimeSpan.FromSeconds(10 * (24 * 360 - 1 - index));
            var wave = 1 + 0.45 * Math.Sin(index / 1375.0) + 0.06 * Math.Sin(index / 7.0) + 0.04 * Math.Sin(index * 1.7);
            var dip = index is > 8_560 and < 8_585 ? 0.25 : 1;
            return new Sample
            {
                At = at,
                EventsPerSecond = 1_200 * wave * dip,
                CpuCores = 0.35 * wave,
                CpuLimit = 4,
                MemoryBytes = (long)((1_400 + 90 * Math.Sin(index / 500.0)) * 1024 * 1024),
                MemoryLimitBytes = 8L << 30,
                DispatchDelayP99 = 0.004 * wave,
                Shards = 288,
                ShardsReady = 288,
            };
        });
        return new FakeMonitoring
        {
            Samples = [.. samples],
            Marks =
            [
                new Mark(now - TimeSpan.FromMinutes(25), MarkKind.Deploy, "0.2.0"),
                new Mark(now - TimeSpan.FromMinutes(14), MarkKind.Incident, "Messages arrive late"),
                new Mark(now - TimeSpan.FromMinutes(9), MarkKind.Resolved, "Messages arrive late"),
            ],
            Firing =
            [
                new Alert("ShardsNotReady", AlertSeverity.Critical, now - TimeSpan.FromMinutes(3), null, 3, 1, "3 of 288 shards are not ready for 3 minutes."),
                new Alert("Cpu", AlertSeverity.Warning, now - TimeSpan.FromMinutes(6), null, 0.91, 0.9, "CPU is at 91 % of 4 cores for 6 minutes; 90 % is the limit."),
            ],
            Resolved =
            [
                new Alert("EventRate", AlertSeverity.Critical, now - TimeSpan.FromMinutes(15), now - TimeSpan.FromMinutes(10), 290, 600, "290 events a second are below half of the 30-minute average of 1,203."),
            ],
        };
    }

    public void Add(Sample sample)
    {
        Samples = [.. Samples, sample];
        Sampled?.Invoke(sample);
        Changed?.Invoke();
    }

    IReadOnlyList<Sample> ISampleHistory.Since(DateTimeOffset from, int most)
    {
        Sample[] shown = [.. Samples.Where(sample => sample.At >= from)];
        var every = Math.Max(1, (shown.Length + most - 1) / most);
        return [.. shown.Where((_, index) => (shown.Length - 1 - index) % every == 0)];
    }

    IReadOnlyList<Mark> IMarks.Since(DateTimeOffset from) => [.. Marks.Where(mark => mark.At >= from)];

    public Task AddAsync(MarkKind kind, string text, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IReadOnlyList<Alert> Past(int most) => [.. Resolved.Take(most)];
}
