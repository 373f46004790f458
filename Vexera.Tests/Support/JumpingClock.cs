using Microsoft.Extensions.Time.Testing;

namespace Vexera.Tests.Support;

/// <summary>The clock of a machine whose wall clock is set while its timers run on.</summary>
internal sealed class JumpingClock(FakeTimeProvider time) : TimeProvider
{
    /// <summary>How far the wall clock was set.</summary>
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Offset;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
