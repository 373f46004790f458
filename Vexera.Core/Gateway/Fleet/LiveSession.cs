using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// A session while it has a connection, safe for the two loops of the connection. Once the connection is lost or left, the
/// session belongs to the shard again and hears no more from here.
/// </summary>
internal sealed class LiveSession(ShardSession session, FleetContext fleet)
{
    private readonly Lock _sync = new();
    private volatile bool _isOver;

    /// <summary>Whether the session is done with this connection.</summary>
    public bool IsOver => _isOver;

    /// <summary>Discord's id of the session.</summary>
    public string? SessionId => session.SessionId;

    /// <summary>When time has something to say, or null when it has not.</summary>
    public TimeSpan? Deadline
    {
        get
        {
            lock (_sync)
                return _isOver ? null : session.Deadline;
        }
    }

    /// <summary>Tells the session something.</summary>
    public SessionAction? Tell<TInput>(TInput input, Func<ShardSession, Moment, TInput, SessionAction?> tell)
    {
        lock (_sync)
        {
            if (_isOver)
                return null;
            var action = tell(session, fleet.Moment, input);
            _isOver = session.State is ShardState.BackingOff or ShardState.Stopped;
            return action;
        }
    }

    /// <summary>Tells the session of READY.</summary>
    public DispatchVerdict Ready(long sequence, string sessionId, Uri? resumeUrl)
    {
        lock (_sync)
            return _isOver ? DispatchVerdict.NoSession : session.OnReady(fleet.Moment, sequence, sessionId, resumeUrl);
    }

    /// <summary>Tells the session of RESUMED.</summary>
    public DispatchVerdict Resumed(long? sequence)
    {
        lock (_sync)
            return _isOver ? DispatchVerdict.NoSession : session.OnResumed(fleet.Moment, sequence);
    }

    /// <summary>Tells the session of any other event.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="receivedAt">When it came: a timestamp of the clock.</param>
    public DispatchVerdict Dispatched(long sequence, long receivedAt)
    {
        lock (_sync)
            return _isOver ? DispatchVerdict.NoSession : session.OnDispatch(fleet.At(receivedAt), sequence);
    }

    /// <summary>Makes the state known to those who look at the shard.</summary>
    public void Publish(Shard shard)
    {
        lock (_sync)
            shard.Publish(session);
    }
}
