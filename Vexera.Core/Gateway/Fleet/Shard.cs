using Vexera.Core.Discord;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>One shard's life: connections one after the other, until it is stopped or refused.</summary>
internal sealed class Shard
{
    private const string OnRequest = "reconnecting on request";
    private readonly FleetContext _fleet;
    private readonly ShardBoard _board;
    private readonly FlapWatch _flaps;
    private SessionTicket? _ticket;
    private volatile string? _sessionId;
    private volatile ShardSession? _session;
    private volatile Action<string>? _leave;
    private int _connections;
    private bool _wasReady;

    /// <param name="fleet">What it shares with the others.</param>
    /// <param name="id">Its number, from 0.</param>
    /// <param name="ticket">A session of an earlier process to go on with, or null.</param>
    public Shard(FleetContext fleet, int id, SessionTicket? ticket = null)
    {
        _fleet = fleet;
        _ticket = ticket;
        _sessionId = ticket?.SessionId;
        _flaps = new FlapWatch(fleet.Options.FlapCount, fleet.Options.FlapWindow, fleet.Time);
        _board = new ShardBoard(new ShardStatus(id, ShardState.Waiting, fleet.Time.GetUtcNow(), null, null));
        Id = id;
    }

    /// <summary>The shard's number.</summary>
    public int Id { get; }

    /// <summary>The shard at this moment.</summary>
    public ShardStatus Status => _board.Status with { IsFlapping = _flaps.IsFlapping, Sequence = _session?.Sequence ?? 0 };

    /// <summary>Discord's id of the session that the shard is in or means to resume, or null when there is none.</summary>
    public string? SessionId => _sessionId;

    /// <summary>Whether a session of it has ended, so that it had to identify again or will have to.</summary>
    public bool HasLostSession { get; private set; }

    /// <summary>Runs until stopped.</summary>
    /// <exception cref="FatalGatewayException">Discord refused the shard for good.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        GatewayIntents asked;
        SessionAction.GiveUp? refusal;
        do
        {
            asked = _fleet.Intents.Current;
            refusal = await RunSessionAsync(asked, stopping);
            if (refusal is null)
                return;
        }
        while (refusal.Code == CloseCodes.DisallowedIntents && _fleet.Intents.TryRetreat(asked));

        throw FatalCloses.Explain(refusal.Code, Id, _fleet.ShardCount, _fleet.Options.Intents);
    }

    /// <summary>
    /// Leaves the connection so that the session lives, and completes when the shard is ready again. False when it is not ready:
    /// then nothing is done.
    /// </summary>
    public async Task<bool> TryReconnectAsync(CancellationToken cancellationToken)
    {
        var connections = Volatile.Read(ref _connections);
        if (_board.Status.State != ShardState.Ready || _leave is not { } leave)
            return false;
        leave(OnRequest);
        await _board.UntilAsync(
            status => status.State == ShardState.Ready && Volatile.Read(ref _connections) != connections, cancellationToken);
        return true;
    }

    /// <summary>A connection is open.</summary>
    /// <param name="leave">Ends it for a reason, so that the session lives.</param>
    internal void Opened(Action<string> leave)
    {
        Interlocked.Increment(ref _connections);
        _leave = leave;
    }

    /// <summary>The connection is on its way out.</summary>
    internal void Closed() => _leave = null;

    /// <summary>Makes the session's state known to those who look.</summary>
    internal void Publish(ShardSession session)
    {
        var before = _board.Status;
        var (state, reason, latency) = (session.State, session.Reason, session.Latency);
        HasLostSession |= state != ShardState.Stopped && _sessionId is { } known && known != session.SessionId;
        _sessionId = session.SessionId;
        if (before.State == state && before.Reason == reason && before.Latency == latency)
            return;
        var since = before.State == state ? before.Since : _fleet.Time.GetUtcNow();
        _board.Tell(before with { State = state, Since = since, Latency = latency, Reason = reason });
        if (before.State == state)
            return;
        if (state != ShardState.Ready)
        {
            GatewayLog.ShardState(_fleet.Logger, Id, state);
            return;
        }

        GatewayLog.ShardReady(_fleet.Logger, Id);
        if (!_wasReady)
            _fleet.CountReady();
        _wasReady = true;
    }

    // Null when stopped.
    private async Task<SessionAction.GiveUp?> RunSessionAsync(GatewayIntents intents, CancellationToken stopping)
    {
        var session = _session = new ShardSession(_fleet.Options, _fleet.Url, _ticket);
        try
        {
            var action = session.Start();
            while (!stopping.IsCancellationRequested)
            {
                action = action switch
                {
                    SessionAction.Connect connect => await ConverseAsync(session, connect.Url, intents, stopping),
                    _ => await WaitAsync(session, stopping),
                };
                if (action is SessionAction.GiveUp refusal)
                    return refusal;
            }

            session.OnStop(_fleet.KeepsSessions);
            return null;
        }
        finally
        {
            _ticket = session.Ticket;
            Publish(session);
        }
    }

    private async Task<SessionAction?> ConverseAsync(ShardSession session, Uri url, GatewayIntents intents, CancellationToken stopping)
    {
        Publish(session);
        SessionAction? action;
        try
        {
            using var transport = await ConnectAsync(url, stopping);
            action = await new ShardConnection(_fleet, this, intents).RunAsync(session, transport, stopping);
            if (!stopping.IsCancellationRequested)
                NoteLoss(session.Reason ?? "");
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (IOException unreachable)
        {
            action = session.OnConnectFailed(_fleet.Moment, unreachable.Message);
        }

        Publish(session);
        if (session.State == ShardState.BackingOff)
            GatewayLog.ShardLost(_fleet.Logger, Id, session.Reason, session.Deadline - _fleet.Now ?? TimeSpan.Zero);
        return action;
    }

    private void NoteLoss(string reason)
    {
        if (reason != OnRequest && _flaps.Lost(reason) is { } reasons)
            GatewayLog.ShardFlaps(_fleet.Logger, Id, _fleet.Options.FlapCount, _fleet.Options.FlapWindow, reasons);
    }

    private async Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(_fleet.Options.ConnectTimeout, _fleet.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            return await _fleet.Connector.ConnectAsync(GatewayUrl.WithQuery(url, _fleet.Options.Compression), either.Token);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested && failure is not IOException)
        {
            var reason = timeout.IsCancellationRequested
                ? $"no connection within {_fleet.Options.ConnectTimeout.TotalSeconds:0.#} s"
                : failure.GetBaseException().Message;
            throw new IOException($"{url.Authority}: {reason}", failure);
        }
    }

    private async Task<SessionAction?> WaitAsync(ShardSession session, CancellationToken stopping)
    {
        using var alarm = new Alarm(_fleet.Time, () => _fleet.Now);
        await using var whenStopping = stopping.Register(alarm.Ring);
        alarm.Set(session.Deadline ?? TimeSpan.Zero);
        await alarm.WaitAsync();
        return stopping.IsCancellationRequested ? null : session.OnTime(_fleet.Moment, readerIsBusy: false);
    }
}
