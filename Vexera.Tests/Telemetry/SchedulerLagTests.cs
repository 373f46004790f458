using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;
using Vexera.Tests.Support;

namespace Vexera.Tests.Telemetry;

public sealed class SchedulerLagTests : IDisposable
{
    private readonly MetricsProbe _probe = new();
    private readonly LateTimers _time = new();
    private readonly MeterValues _values;

    public SchedulerLagTests() => _values = new MeterValues(_probe.Meters);

    public void Dispose()
    {
        _values.Dispose();
        _probe.Dispose();
    }

    [Fact]
    public async Task Timer_OnTimeAndLate_RecordsHowLate()
    {
        using var lag = new SchedulerLag(_probe.Metrics, _time);
        await lag.StartAsync(TestContext.Current.CancellationToken);

        _time.Pass(TimeSpan.FromSeconds(1));
        Read().Max.ShouldBe(0);
        _time.Pass(TimeSpan.FromSeconds(1), late: TimeSpan.FromMilliseconds(250));

        Read().Count.ShouldBe(2);
        Read().Max.ShouldBe(0.25, 1e-6);
    }

    [Fact]
    public async Task Stop_Always_MeasuresNoMore()
    {
        using var lag = new SchedulerLag(_probe.Metrics, _time);
        await lag.StartAsync(TestContext.Current.CancellationToken);
        _time.Pass(TimeSpan.FromSeconds(1));

        await lag.StopAsync(TestContext.Current.CancellationToken);
        _time.Pass(TimeSpan.FromMinutes(1));

        Read().Count.ShouldBe(1);
    }

    private MeterSeries Read() => _values.Read("vexera.scheduler.lag").ShouldHaveSingleItem();

    /// <summary>A clock that has gone on by some more when its timers come.</summary>
    private sealed class LateTimers : TimeProvider
    {
        private readonly FakeTimeProvider _time = new();
        private TimeSpan _late;

        public override long TimestampFrequency => _time.TimestampFrequency;

        public void Pass(TimeSpan time, TimeSpan late = default)
        {
            _late += late;
            _time.Advance(time);
        }

        public override long GetTimestamp() => _time.GetTimestamp() + (long)(_late.TotalSeconds * TimestampFrequency);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            _time.CreateTimer(callback, state, dueTime, period);
    }
}
