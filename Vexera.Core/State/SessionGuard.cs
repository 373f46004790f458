using System.Collections.Concurrent;
using Vexera.Core.Events;

namespace Vexera.Core.State;

/// <summary>
/// Lets through only events of the session that a shard is in now, each sequence number once: a late event of an ended session
/// must not undo what the new one said.
/// </summary>
internal sealed class SessionGuard
{
    private readonly ConcurrentDictionary<(int ShardId, int ShardCount), Session> _sessions = new();

    /// <summary>Whether the event counts.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="begins">Whether it is READY, which ends the session before.</param>
    public bool Accept(in EventOrigin origin, bool begins)
    {
        var session = _sessions.GetOrAdd((origin.ShardId, origin.ShardCount), static _ => new Session());
        lock (session)
            return session.Accept(origin.SessionId, origin.Sequence, begins);
    }

    private sealed class Session
    {
        private string? _id;
        private long _sequence;

        public bool Accept(string id, long sequence, bool begins)
        {
            if (id == _id)
                return Advance(sequence);
            // The first event of a process may be of a resumed session, which began without it.
            if (!begins && _id is not null)
                return false;
            _id = id;
            _sequence = sequence;
            return true;
        }

        private bool Advance(long sequence)
        {
            if (sequence <= _sequence)
                return false;
            _sequence = sequence;
            return true;
        }
    }
}
