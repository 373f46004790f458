using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.State.Durable;

namespace Vexera.Core.State.Sessions;

/// <summary>
/// What a shard has applied of its session and which guilds that changed, until it is committed. The loop of the shard lets
/// events through, applies each, and publishes what it changed together with its number; the writer of State takes what is
/// published. A late event of an ended session must not undo what the new one said.
/// </summary>
internal sealed class ShardJournal
{
    private const int Few = 64;
    private readonly Lock _sync = new();
    private readonly Action? _began;
    private SessionJournal? _session;
    private SessionJournal? _published;
    private Dictionary<Snowflake, GuildWrite> _changes = [];
    private Dictionary<Snowflake, GuildWrite> _changed = [];
    private ShardSnapshot? _snapshot;
    private SavedSession? _saved;

    /// <param name="key">The shard.</param>
    /// <param name="began">Called when a session has begun.</param>
    public ShardJournal(ShardKey key, Action? began = null) => (Key, _began) = (key, began);

    /// <param name="key">The shard.</param>
    /// <param name="saved">The session of an earlier process to go on with.</param>
    /// <param name="began">Called when another session has begun.</param>
    /// <exception cref="InvalidDataException">What was handled in it cannot be read.</exception>
    public ShardJournal(ShardKey key, SavedSession saved, Action? began = null)
        : this(key, began)
    {
        var earlier = HandledRuns.Decode(saved.Sequence, saved.Handled);
        _session = _published = new SessionJournal(saved.SessionId, saved.ResumeUrl, saved.Sequence, earlier);
        _saved = saved;
    }

    /// <summary>The shard.</summary>
    public ShardKey Key { get; }

    /// <summary>What an event is good for. For the loop of the shard, as are all that follow until <see cref="Prepare"/>.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="begins">Whether it is READY, which ends the session before.</param>
    public EventVerdict Accept(in EventOrigin origin, bool begins)
    {
        if (_session is not { } session || origin.SessionId != session.Id)
            return TryBegin(origin, begins) ? EventVerdict.Fresh : EventVerdict.Stale;
        if (origin.Sequence <= session.Accepted)
            return EventVerdict.Stale;
        session.Accepted = origin.Sequence;
        return session.Window.WasDone(origin.Sequence) ? EventVerdict.Handled : EventVerdict.Fresh;
    }

    /// <summary>Goes on with a session after an event of it; what was written before goes with it.</summary>
    /// <param name="sessionId">Discord's id of it.</param>
    /// <param name="resumeUrl">Where to resume it, or null for the main address.</param>
    /// <param name="sequence">The event.</param>
    public void GoOn(string sessionId, string? resumeUrl, long sequence)
    {
        lock (_sync)
            _session = new SessionJournal(sessionId, resumeUrl, sequence, HandledRuns.None);
        Publish(sequence);
    }

    /// <summary>Where the session can be resumed, as READY says.</summary>
    public void ResumeAt(string? url) => _session!.ResumeUrl = url;

    /// <summary>Where to open the calls of an event that goes to handlers, before it is applied.</summary>
    public HandledSegment SegmentOf(long sequence) => _session!.Window.SegmentOf(sequence);

    /// <summary>A guild is changed by the event that is being applied. Safe for all threads.</summary>
    public void Write(in GuildWrite write)
    {
        lock (_sync)
            _changes[write.GuildId] = write;
    }

    /// <summary>An event that changes no guild was applied.</summary>
    public void Apply(long sequence) => _session!.Window.Apply(sequence);

    /// <summary>An event was applied, with what it wrote.</summary>
    public void Publish(long sequence)
    {
        bool begins;
        lock (_sync)
        {
            begins = _published != _session;
            _published = _session;
            Merge(ref _changes, _changed);
            _session!.Window.Apply(sequence);
            // Can be committed as soon as READY is handled, however many events follow it by then.
            if (begins)
                TakeSnapshot(_session, sequence);
        }

        if (begins)
            _began?.Invoke();
    }

    /// <summary>
    /// What of this shard can be committed now, null for nothing new: guilds as they were after an event up to which all is done.
    /// Follow it by <see cref="Committed"/>, or by another call when the commit failed. For the writer.
    /// </summary>
    public ShardCommit? Prepare()
    {
        lock (_sync)
        {
            if (_published is not { } session)
                return null;
            var applied = session.Window.Applied;
            var done = session.Window.DoneUpTo(applied);
            if (_snapshot is null || _snapshot.Session != session || done == applied)
                TakeSnapshot(session, applied);
            var ready = done >= _snapshot!.Sequence;
            if (SequenceOf(session, done, ready) is not { } sequence)
                return null;
            var guilds = ready ? _snapshot.Guilds : [];
            var saved = new SavedSession(
                Key, session.Id, session.ResumeUrl, sequence, session.Window.DoneBeyond(sequence, applied).Encode(sequence));
            if (guilds.Count > 0 || !IsSaved(saved))
                return new ShardCommit(this, guilds.Values, saved, applied - sequence);
            if (ready)
                _snapshot = null;
            return null;
        }
    }

    /// <summary>What <see cref="Prepare"/> gave is on disk.</summary>
    public void Committed(ShardCommit commit)
    {
        lock (_sync)
        {
            _saved = commit.Session;
            if (_snapshot is { } snapshot && snapshot.Session.Id == commit.Session.SessionId && commit.Session.Sequence >= snapshot.Sequence)
                _snapshot = null;
        }
    }

    // On disk the guilds are as they were after one number; where none of them has changed since, after later ones too.
    private long? SequenceOf(SessionJournal session, long done, bool ready)
    {
        if (ready)
            return _changed.Count == 0 ? done : _snapshot!.Sequence;
        if (_saved is not { } saved || saved.SessionId != session.Id)
            return null;
        return _snapshot!.Guilds.Count == 0 ? Math.Max(done, saved.Sequence) : saved.Sequence;
    }

    private void TakeSnapshot(SessionJournal session, long applied)
    {
        var guilds = _snapshot?.Guilds ?? [];
        Merge(ref _changed, guilds);
        _snapshot = new ShardSnapshot(session, applied, guilds);
    }

    // A session's beginning writes a thousand guilds, and hardly any session writes as many again: room for them is given back.
    private static void Merge(ref Dictionary<Snowflake, GuildWrite> from, Dictionary<Snowflake, GuildWrite> to)
    {
        foreach (var (id, write) in from)
            to[id] = write;
        if (from.Count > Few)
            from = [];
        else
            from.Clear();
    }

    private bool IsSaved(SavedSession session) =>
        _saved is { } saved && saved with { Handled = session.Handled } == session && saved.Handled.Span.SequenceEqual(session.Handled.Span);

    private bool TryBegin(in EventOrigin origin, bool begins)
    {
        // The first event of a process may be of a resumed session, which began without it.
        if (!begins && _session is not null)
            return false;
        var session = new SessionJournal(origin.SessionId, null, origin.Sequence - 1, HandledRuns.None) { Accepted = origin.Sequence };
        lock (_sync)
            _session = session;
        if (!begins)
            Publish(origin.Sequence - 1);
        return true;
    }

    private sealed record ShardSnapshot(SessionJournal Session, long Sequence, Dictionary<Snowflake, GuildWrite> Guilds);
}
