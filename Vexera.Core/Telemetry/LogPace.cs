namespace Vexera.Core.Telemetry;

/// <summary>Lets a log line that may come often through once in a while, and counts those it holds back.</summary>
/// <param name="quiet">How long to hold back after one was let through.</param>
/// <param name="time">The clock.</param>
internal sealed class LogPace(TimeSpan quiet, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _toldAt;
    private long _heldBack;
    private bool _hasTold;

    /// <summary>Whether to write the line now.</summary>
    /// <param name="heldBack">How many were held back since the last.</param>
    public bool TryTell(out long heldBack)
    {
        lock (_lock)
        {
            heldBack = _heldBack;
            if (_hasTold && time.GetElapsedTime(_toldAt) < quiet)
            {
                _heldBack++;
                return false;
            }

            (_hasTold, _toldAt, _heldBack) = (true, time.GetTimestamp(), 0);
            return true;
        }
    }
}
