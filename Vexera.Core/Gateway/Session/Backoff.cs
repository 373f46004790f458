namespace Vexera.Core.Gateway.Session;

/// <summary>Random waits between attempts whose upper bound doubles up to a limit ("full jitter").</summary>
/// <param name="first">The upper bound of the first wait.</param>
/// <param name="max">The upper bound of every wait.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan max)
{
    private int _attempts;

    /// <summary>The next wait.</summary>
    /// <param name="jitter">A random number from 0 up to 1.</param>
    public TimeSpan Next(double jitter)
    {
        var bound = Math.Min(first.TotalMilliseconds * Math.Pow(2, _attempts), max.TotalMilliseconds);
        if (bound < max.TotalMilliseconds)
            _attempts++;
        return TimeSpan.FromMilliseconds(bound * jitter);
    }

    /// <summary>Begins small again.</summary>
    public void Reset() => _attempts = 0;
}
