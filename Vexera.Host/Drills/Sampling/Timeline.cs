using System.Globalization;

namespace Vexera.Host.Drills.Sampling;

/// <summary>The time of a drill: how long since its beginning, and which time of the scenario's day that is.</summary>
internal sealed class Timeline
{
    private readonly TimeProvider _time;
    private readonly long _began;

    public Timeline(TimeProvider time)
    {
        _time = time;
        _began = time.GetTimestamp();
        StartedAt = time.GetUtcNow();
    }

    /// <summary>When the drill began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How long ago that was.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_began);

    /// <summary>Where on this line an instant is.</summary>
    public TimeSpan Of(DateTimeOffset at) => at - StartedAt;

    /// <summary>A moment for people, such as <c>12.3 s</c>.</summary>
    public static string Show(TimeSpan moment) => string.Create(CultureInfo.InvariantCulture, $"{moment.TotalSeconds:0.0} s");
}
