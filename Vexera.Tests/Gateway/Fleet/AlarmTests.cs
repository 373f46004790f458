using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Gateway.Fleet;

namespace Vexera.Tests.Gateway.Fleet;

public sealed class AlarmTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly long _began;
    private readonly Alarm _alarm;

    public AlarmTests()
    {
        _began = _time.GetTimestamp();
        _alarm = new Alarm(_time, Now);
    }

    public void Dispose() => _alarm.Dispose();

    [Fact]
    public async Task WaitAsync_Set_WakesAtTheTime()
    {
        _alarm.Set(TimeSpan.FromSeconds(3));
        var waiting = _alarm.WaitAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(2.9));
        waiting.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromSeconds(0.1));

        await waiting;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task Set_NoTimeLeft_WakesAtOnce(int seconds)
    {
        _alarm.Set(TimeSpan.FromSeconds(seconds));

        await _alarm.WaitAsync();
    }

    [Fact]
    public void Set_MomentPassesMeanwhile_WakesAtOnce()
    {
        var late = TimeSpan.FromSeconds(5);
        using var alarm = new Alarm(_time, () =>
        {
            var now = Now();
            _time.Advance(late);
            late = TimeSpan.Zero;
            return now;
        });

        alarm.Set(TimeSpan.FromSeconds(3));

        alarm.WaitAsync().AsTask().IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Ring_ManyTimes_WakesOnce()
    {
        for (var i = 0; i < 10; i++)
            _alarm.Ring();
        await _alarm.WaitAsync();

        _alarm.WaitAsync().AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Set_Null_TakesTheTimeBack()
    {
        _alarm.Set(TimeSpan.FromSeconds(1));
        _alarm.Set(null);
        _time.Advance(TimeSpan.FromDays(1));

        _alarm.WaitAsync().AsTask().IsCompleted.ShouldBeFalse();
    }

    private TimeSpan Now() => _time.GetElapsedTime(_began);
}
