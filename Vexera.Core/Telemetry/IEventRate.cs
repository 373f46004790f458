namespace Vexera.Core.Telemetry;

/// <summary>How many events come in.</summary>
internal interface IEventRate
{
    /// <summary>Counts one event. Safe to call from anywhere; never waits, throws or allocates.</summary>
    /// <param name="at">When it came: a timestamp of the TimeProvider.</param>
    void Record(long at);

    /// <summary>Events per second, averaged over the last whole seconds; over less where the process is younger.</summary>
    /// <param name="window">1 second to 30 minutes; outside of that the nearest of the two.</param>
    double PerSecond(TimeSpan window);
}
