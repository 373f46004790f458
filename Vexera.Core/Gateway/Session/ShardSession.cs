using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Session;

/// <summary>
/// One shard's conversation with Discord as a state machine: it is told what happens and answers with what to do, or null for
/// nothing. It has no connection, no clock and no randomness of its own, and is not safe for use by several threads at once.
/// Sources: https://discord.com/developers/docs/events/gateway, https://discord.com/developers/docs/topics/opcodes-and-status-codes.
/// </summary>
/// <param name="options">Time-outs and waits.</param>
/// <param name="mainUrl">The gateway's address from GET /gateway/bot.</param>
/// <param name="ticket">A session to go on with, or null to begin with IDENTIFY.</param>
internal sealed class ShardSession(GatewayOptions options, Uri mainUrl, SessionTicket? ticket = null)
{
    // Heartbeats leave room for the one IDENTIFY or RESUME of a connection.
    private const int HandshakeReserve = 2;
    private static readonly TimeSpan ShortestInvalidSessionWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan InvalidSessionWaitSpread = TimeSpan.FromSeconds(4);

    private readonly Heartbeat _heartbeat = new();
    private readonly Backoff _backoff = new(options.BackoffFirst, options.BackoffMax);
    private SendLimiter _limiter = new();
    private bool _connected;
    private bool _greeted;
    private bool _resumeUrlIsDead;
    private bool _dialsResumeUrl;
    private string? _sessionId = ticket?.SessionId;
    private Uri? _resumeUrl = ticket?.ResumeUrl;
    private long _sequence = ticket?.Sequence ?? 0;
    private long? _unreadableAfter;
    private long? _garbledAfter;
    private TimeSpan? _phaseEnds;
    private TimeSpan _readySince;

    /// <summary>What the shard is doing.</summary>
    public ShardState State { get; private set; } = ShardState.Waiting;

    /// <summary>Why the last connection ended, or null when none did.</summary>
    public string? Reason { get; private set; }

    /// <summary>From heartbeat to acknowledgement, once known.</summary>
    public TimeSpan? Latency => _heartbeat.Latency;

    /// <summary>What it takes to resume, or null when there is no session.</summary>
    public SessionTicket? Ticket => _sessionId is { } id ? new SessionTicket(id, _resumeUrl, _sequence) : null;

    /// <summary>Discord's id of the session, or null when there is none.</summary>
    public string? SessionId => _sessionId;

    /// <summary>The number of the last event received; 0 for none. May be read from anywhere.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>When <see cref="OnTime"/> wants to be called, or null when time changes nothing.</summary>
    public TimeSpan? Deadline =>
        _heartbeat.Due is { } due && (_phaseEnds is not { } ends || due < ends) ? due : _phaseEnds;

    /// <summary>Begins: connect.</summary>
    public SessionAction? Start() => State == ShardState.Waiting && !_connected ? Dial() : null;

    /// <summary>The connection is open.</summary>
    public SessionAction? OnConnected(Moment at)
    {
        if (State != ShardState.Connecting)
            return null;
        _connected = true;
        _greeted = false;
        _limiter = new SendLimiter();
        _phaseEnds = at.Now + options.HelloTimeout;
        return null;
    }

    /// <summary>The connection could not be opened.</summary>
    public SessionAction? OnConnectFailed(Moment at, string reason) =>
        State == ShardState.Connecting && !_connected ? Retreat(at, reason) : null;

    /// <summary>HELLO came.</summary>
    public SessionAction? OnHello(Moment at, TimeSpan interval)
    {
        if (!_connected || _greeted)
            return null;
        _greeted = true;
        _resumeUrlIsDead = false;
        _heartbeat.Start(at, interval);
        if (_sessionId is null)
        {
            State = ShardState.Waiting;
            _phaseEnds = null;
            return new SessionAction.RequestPermit();
        }

        State = ShardState.Resuming;
        _phaseEnds = at.Now + options.ResumedTimeout;
        _limiter.TryTake(at.Now, 0);
        return new SessionAction.SendResume(_sessionId, _sequence);
    }

    /// <summary>The IDENTIFY asked for may be sent now. When the answer is null the permit is not used.</summary>
    public SessionAction? OnPermit(Moment at)
    {
        if (State != ShardState.Waiting || !_greeted || !_limiter.TryTake(at.Now, 0))
            return null;
        State = ShardState.Identifying;
        _phaseEnds = at.Now + options.ReadyTimeout;
        return new SessionAction.SendIdentify();
    }

    /// <summary>Discord asks for a heartbeat now.</summary>
    public SessionAction? OnHeartbeatRequest(Moment at) => _greeted ? Beat(at) : null;

    /// <summary>Discord acknowledged a heartbeat.</summary>
    public SessionAction? OnHeartbeatAck(Moment at)
    {
        _heartbeat.Acknowledge(at.Now);
        return null;
    }

    /// <summary>Discord asks to reconnect.</summary>
    public SessionAction? OnReconnect(Moment at) => Leave(at, "Discord asked to reconnect (opcode 7)");

    /// <summary>Discord refuses the session.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="resumable">Whether RESUME may help.</param>
    public SessionAction? OnInvalidSession(Moment at, bool resumable)
    {
        if (!_connected)
            return null;
        if (resumable)
            return Leave(at, "Discord refused the session but lets it resume (opcode 9)");
        Forget();
        return Leave(at, "Discord refused the session (opcode 9)", ShortestInvalidSessionWait + (InvalidSessionWaitSpread * at.Jitter));
    }

    /// <summary>READY came: a session begins.</summary>
    public DispatchVerdict OnReady(Moment at, long sequence, string sessionId, Uri? resumeUrl)
    {
        if (!_greeted)
            return DispatchVerdict.NoSession;
        _sessionId = sessionId;
        _sequence = sequence;
        _resumeUrl = resumeUrl is not null && (resumeUrl.Scheme == mainUrl.Scheme || resumeUrl.Scheme == "wss") ? resumeUrl : null;
        EnterReady(at);
        return DispatchVerdict.Pass;
    }

    /// <summary>RESUMED came: the replay is over. It counts as an event when it has a number.</summary>
    public DispatchVerdict OnResumed(Moment at, long? sequence)
    {
        var verdict = OnDispatch(at.Now, sequence ?? _sequence);
        if (State == ShardState.Resuming)
            EnterReady(at);
        return verdict;
    }

    /// <summary>Any other event came. Gaps are no concern of the session: Discord leaves them.</summary>
    public DispatchVerdict OnDispatch(TimeSpan now, long sequence)
    {
        if (_sessionId is null || !_greeted)
            return DispatchVerdict.NoSession;
        if (State == ShardState.Resuming)
            _phaseEnds = now + options.ResumedTimeout;
        if (sequence <= _sequence)
            return DispatchVerdict.Repeated;
        _sequence = sequence;
        return DispatchVerdict.Pass;
    }

    /// <summary>The connection ended from the other side.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="code">The close code, or null when it broke without one.</param>
    /// <param name="reason">What is known about it.</param>
    public SessionAction? OnClosed(Moment at, int? code, string reason)
    {
        if (!_connected)
            return null;
        switch (CloseCodes.VerdictOn(code))
        {
            case CloseVerdict.Stop:
                Disconnect(reason);
                State = ShardState.Stopped;
                return new SessionAction.GiveUp(code!.Value, reason);
            case CloseVerdict.Identify:
                Forget();
                break;
        }

        return Retreat(at, reason);
    }

    /// <summary>The connection is of no use any more, as its driver found out.</summary>
    public SessionAction? OnBroken(Moment at, string reason) => Leave(at, reason);

    /// <summary>
    /// A frame came after which the connection cannot be read on, such as one beyond every bound. When that happens again at the
    /// same place, each resume would replay it: then the session is given up.
    /// </summary>
    public SessionAction? OnUnreadable(Moment at, string reason)
    {
        if (_sessionId is not null && _unreadableAfter == _sequence)
            Forget();
        _unreadableAfter = _sessionId is null ? null : _sequence;
        return Leave(at, reason);
    }

    /// <summary>
    /// A frame came that is not whole: what it should have said is lost, and what follows in the same compressed stream may be as
    /// well, so the session resumes and has it sent again. What is not whole again at the same place is what Discord sends: it is
    /// passed over.
    /// </summary>
    public SessionAction? OnGarbled(Moment at, string reason)
    {
        if (_garbledAfter == _sequence)
            return null;
        _garbledAfter = _sequence;
        return Leave(at, reason);
    }

    /// <summary>Time has passed; call it at <see cref="Deadline"/>, any other time does no harm.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="readerIsBusy">
    /// Whether frames may lie unread because the reader is held up: then a missing answer proves nothing.
    /// </param>
    public SessionAction? OnTime(Moment at, bool readerIsBusy)
    {
        if (_heartbeat.Due is { } due && due <= at.Now)
        {
            return _heartbeat.IsUnanswered && !readerIsBusy
                ? Leave(at, "the last heartbeat was not acknowledged")
                : Beat(at);
        }

        if (_phaseEnds is not { } ends || ends > at.Now)
            return null;
        if (State == ShardState.BackingOff)
            return Dial();
        if (readerIsBusy)
        {
            _phaseEnds = at.Now + options.HelloTimeout;
            return null;
        }

        return Leave(at, State switch
        {
            ShardState.Connecting => "no HELLO came",
            ShardState.Identifying => "no READY came",
            _ => "no RESUMED came",
        });
    }

    /// <summary>Stop.</summary>
    /// <param name="keepsSession">Whether the session stays alive at Discord's side, to be resumed.</param>
    public SessionAction? OnStop(bool keepsSession = true)
    {
        var open = _connected;
        Disconnect(Reason);
        State = ShardState.Stopped;
        if (!keepsSession)
            Forget();
        return open ? new SessionAction.Close(keepsSession ? CloseCodes.Returning : CloseCodes.Normal, "stopping") : null;
    }

    private SessionAction.Connect Dial()
    {
        State = ShardState.Connecting;
        _phaseEnds = null;
        _dialsResumeUrl = _sessionId is not null && _resumeUrl is not null && !_resumeUrlIsDead;
        return new SessionAction.Connect(_dialsResumeUrl ? _resumeUrl! : mainUrl);
    }

    private void EnterReady(Moment at)
    {
        State = ShardState.Ready;
        _readySince = at.Now;
        _phaseEnds = null;
    }

    private SessionAction.SendHeartbeat? Beat(Moment at)
    {
        if (!_limiter.TryTake(at.Now, HandshakeReserve))
        {
            _heartbeat.Postpone(_limiter.NextFreeAt!.Value);
            return null;
        }

        _heartbeat.Sent(at.Now);
        return new SessionAction.SendHeartbeat(_sessionId is null ? null : _sequence);
    }

    private SessionAction.Close? Leave(Moment at, string reason, TimeSpan atLeast = default)
    {
        if (!_connected)
            return null;
        Retreat(at, reason, atLeast);
        return new SessionAction.Close(CloseCodes.Returning, reason);
    }

    private SessionAction? Retreat(Moment at, string reason, TimeSpan atLeast = default)
    {
        // An address that never said HELLO is left out once; its counterpart gets the next attempt.
        if (!_greeted)
            _resumeUrlIsDead = _dialsResumeUrl;
        if (State == ShardState.Ready && at.Now - _readySince >= options.StableAfter)
            _backoff.Reset();
        Disconnect(reason);
        State = ShardState.BackingOff;
        var wait = _backoff.Next(at.Jitter);
        _phaseEnds = at.Now + (wait > atLeast ? wait : atLeast);
        return null;
    }

    private void Disconnect(string? reason)
    {
        Reason = reason;
        _connected = false;
        _greeted = false;
        _phaseEnds = null;
        _heartbeat.Stop();
    }

    private void Forget()
    {
        _sessionId = null;
        _resumeUrl = null;
        _sequence = 0;
    }
}
