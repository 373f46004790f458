using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Gateway.Sessions;

/// <summary>What survives a lost connection: a numbered stream of events for one shard of one user.</summary>
internal sealed class GatewaySession(string id, User user, ShardId shard, GatewayIntents intents, EventLog log)
{
    public const string ResumedName = "RESUMED";

    private readonly Lock _gate = new();
    private ISessionReader? _reader;
    private bool _isOvertaken;
    private long _next = 1;
    private long _everSent;
    private long _resumedAt;

    public string Id { get; } = id;
    public User User { get; } = user;
    public ShardId Shard { get; } = shard;
    public GatewayIntents Intents { get; } = intents;

    public Viewer Viewer { get; } = new(
        user.Id,
        intents.HasFlag(GatewayIntents.MessageContent),
        intents.HasFlag(GatewayIntents.GuildPresences));

    /// <summary>Whether a connection reads it.</summary>
    public bool IsAttached
    {
        get
        {
            lock (_gate)
            {
                return _reader is not null;
            }
        }
    }

    /// <summary>The number of the newest event.</summary>
    public long LastSequence
    {
        get
        {
            lock (_gate)
            {
                return log.Last;
            }
        }
    }

    /// <summary>How many events wait to be sent.</summary>
    public long Backlog
    {
        get
        {
            lock (_gate)
            {
                return log.Last - _next + 1;
            }
        }
    }

    /// <summary>Adds an event to what is to be sent. Never blocks: a reader that is too far behind loses its place, and is told once.</summary>
    public void Append(WorldEvent happened)
    {
        ISessionReader? reader;
        bool losesItsPlace;
        lock (_gate)
        {
            log.Append(happened);
            log.Trim(_reader is null ? long.MaxValue : _next);
            reader = _reader;
            losesItsPlace = reader is not null && _next < log.First && !_isOvertaken;
            _isOvertaken |= losesItsPlace;
        }

        if (losesItsPlace)
        {
            reader!.Overtaken();
        }
        else
        {
            reader?.Wake();
        }
    }

    /// <summary>A connection begins to read from the start; whoever read before is cut off.</summary>
    public void Attach(ISessionReader reader)
    {
        ISessionReader? before;
        lock (_gate)
        {
            (before, _reader) = (_reader, reader);
            _isOvertaken = false;
        }

        before?.Replaced();
        reader.Wake();
    }

    /// <summary>A connection goes on after <paramref name="sequence"/>, ending the replay with RESUMED.</summary>
    public ResumeOutcome Resume(ISessionReader reader, long sequence, WorldEvent resumed)
    {
        ISessionReader? before;
        lock (_gate)
        {
            log.Trim(_reader is null ? long.MaxValue : _next);
            if (sequence < 0 || sequence > log.Last)
            {
                return ResumeOutcome.NeverSent;
            }

            if (sequence + 1 < log.First)
            {
                return ResumeOutcome.Forgotten;
            }

            (before, _reader) = (_reader, reader);
            _isOvertaken = false;
            _next = sequence + 1;
            _resumedAt = log.Append(resumed);
        }

        before?.Replaced();
        reader.Wake();
        return ResumeOutcome.Resumed;
    }

    /// <summary>Whether the reader was still the one; nobody reads then.</summary>
    public bool Detach(ISessionReader reader)
    {
        lock (_gate)
        {
            if (_reader != reader)
            {
                return false;
            }

            _reader = null;
            return true;
        }
    }

    /// <summary>Takes the next event for the reader. False when there is none for it.</summary>
    public bool TryRead(ISessionReader reader, out SessionEvent next)
    {
        lock (_gate)
        {
            next = default;
            if (_reader != reader || _next < log.First || _next > log.Last)
            {
                return false;
            }

            var happened = log[_next];
            next = new SessionEvent(_next, happened, _next <= _everSent, happened.Name == ResumedName && _next < _resumedAt);
            _everSent = Math.Max(_everSent, _next++);
            return true;
        }
    }
}

/// <summary>Whoever sends a session's events on.</summary>
internal interface ISessionReader
{
    /// <summary>There is something to read. Called from anywhere; must not block.</summary>
    void Wake();

    /// <summary>Another reader took over.</summary>
    void Replaced();

    /// <summary>The events at its place are gone; there will be no more for it. Called from anywhere; must not block.</summary>
    void Overtaken();
}

/// <param name="Sequence">Its number.</param>
/// <param name="Event">What happened.</param>
/// <param name="IsReplay">Whether it was sent before.</param>
/// <param name="IsStale">Whether it ended an earlier replay and means nothing now.</param>
internal readonly record struct SessionEvent(long Sequence, WorldEvent Event, bool IsReplay, bool IsStale);

internal enum ResumeOutcome
{
    Resumed,

    /// <summary>The sequence lies in the future.</summary>
    NeverSent,

    /// <summary>The events after the sequence are gone.</summary>
    Forgotten,
}
