using System.Collections.Concurrent;
using System.Text.Json;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>
/// The new fleet's sessions, for the journal: at the takeover each goes on after the last event that the old fleet brought too, and
/// twins that are dropped later count as done. So a process that is killed resumes them where they were.
/// </summary>
/// <param name="journal">Knows nothing of the sessions until the takeover.</param>
internal sealed class FreshSessions(StateJournal journal)
{
    private readonly ConcurrentDictionary<ShardKey, Session> _sessions = new();

    /// <summary>A session has begun; before the takeover.</summary>
    /// <param name="ready">Its READY.</param>
    public void Begin(in DispatchFrame ready)
    {
        using var json = JsonDocument.Parse(ready.Data);
        var url = json.RootElement.TryGetProperty("resume_gateway_url"u8, out var value) ? value.GetString() : null;
        _sessions[KeyOf(ready)] = new Session(ready.SessionId, url, ready.Sequence);
    }

    /// <summary>An event was compared; before the takeover, by the loop of its shard.</summary>
    public void Advance(in DispatchFrame frame)
    {
        if (_sessions.TryGetValue(KeyOf(frame), out var session) && session.Id == frame.SessionId)
            session.Last = frame.Sequence;
    }

    /// <summary>The new fleet takes over; no event is being compared.</summary>
    public void TakeOver()
    {
        foreach (var (shard, session) in _sessions)
            journal.TakeOver(shard, session.Id, session.ResumeUrl, session.Last);
    }

    /// <summary>A twin is dropped; after the takeover, by the loop of its shard.</summary>
    public void Drop(in DispatchFrame frame)
    {
        var shard = journal.Of(KeyOf(frame));
        var origin = new EventOrigin(frame.ShardId, frame.ShardCount, frame.SessionId, frame.Sequence, frame.ReceivedAt);
        if (shard.Accept(origin, begins: false) != EventVerdict.Stale)
            shard.Apply(frame.Sequence);
    }

    private static ShardKey KeyOf(in DispatchFrame frame) => new(frame.ShardId, frame.ShardCount);

    private sealed class Session(string id, string? resumeUrl, long last)
    {
        public string Id => id;

        public string? ResumeUrl => resumeUrl;

        public long Last { get; set; } = last;
    }
}
