using Vexera.Core.Storage;

namespace Vexera.Core.Monitoring.Sampling;

/// <summary>How old what is not yet in the database could be. Not thread safe.</summary>
internal sealed class StorageLagWatch
{
    private DateTimeOffset? _waitingSince;

    /// <summary>Looks at what waits.</summary>
    /// <param name="now">The time.</param>
    /// <param name="isWaiting">Whether something waits to be written.</param>
    /// <param name="hasWritten">Whether something was written since the last look.</param>
    /// <param name="trouble">What is wrong with the database, or null.</param>
    public TimeSpan Look(DateTimeOffset now, bool isWaiting, bool hasWritten, StorageTrouble? trouble)
    {
        if (!isWaiting || hasWritten || _waitingSince > now)
            _waitingSince = null;
        if (isWaiting)
            _waitingSince ??= now;
        var lag = now - (_waitingSince ?? now);
        return trouble is not null && now - trouble.Since > lag ? now - trouble.Since : lag;
    }
}
