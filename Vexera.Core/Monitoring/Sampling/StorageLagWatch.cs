namespace Vexera.Core.Monitoring.Sampling;

/// <summary>How old what is not yet in the database could be. Not thread safe.</summary>
internal sealed class StorageLagWatch
{
    private TimeSpan? _waitingSince;

    /// <summary>Looks at what waits.</summary>
    /// <param name="now">The time on a clock that only goes forward.</param>
    /// <param name="isWaiting">Whether something waits to be written.</param>
    /// <param name="hasWritten">Whether something was written since the last look.</param>
    /// <param name="troubleFor">For how long the database has taken nothing; zero when all is well.</param>
    public TimeSpan Look(TimeSpan now, bool isWaiting, bool hasWritten, TimeSpan troubleFor)
    {
        if (!isWaiting || hasWritten)
            _waitingSince = null;
        if (isWaiting)
            _waitingSince ??= now;
        var lag = now - (_waitingSince ?? now);
        return troubleFor > lag ? troubleFor : lag;
    }
}
