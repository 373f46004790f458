using System.Net.WebSockets;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Encoding;
using Vexera.Sandbox.Gateway.Handlers;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.Gateway.Sessions;

namespace Vexera.Sandbox.Gateway.Connections;

/// <summary>One client's socket, from HELLO to the end.</summary>
internal sealed class GatewayConnection : ISessionReader
{
    private const double SilenceInIntervals = 1.75;
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(5);

    private readonly WebSocket _socket;
    private readonly Action _abort;
    private readonly GatewayServices _services;
    private readonly OpcodeHandler _handler;
    private readonly FrameReceiver _receiver;
    private readonly FrameSender _sender;
    private readonly SendRate _rate;
    private readonly IFrameEncoder _encoder;
    private readonly ITimer _lastWord;

    public GatewayConnection(WebSocket socket, IFrameEncoder encoder, ConnectionOrigin origin, GatewayServices services, OpcodeHandler handler, Action abort)
    {
        _socket = socket;
        _encoder = encoder;
        _abort = abort;
        _services = services;
        _handler = handler;
        Origin = origin;
        _receiver = new FrameReceiver(socket);
        _sender = new FrameSender(socket, encoder, this, services);
        _rate = new SendRate(services.Clock, services.Rules.SendLimit);
        _lastWord = services.Clock.CreateTimer(_ => Drop(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ConnectionOrigin Origin { get; }

    /// <summary>Null until the client identified or resumed.</summary>
    public GatewaySession? Session { get; private set; }

    /// <summary>How violations name it.</summary>
    public string Name => Session is { } session ? $"session {session.Id} shard {session.Shard}" : $"connection {Origin.Number}";

    /// <summary>Serves the client until it or the server ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ServeAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Detach();
        }
    }

    /// <summary>Sends a payload ahead of events.</summary>
    public void Post(ReadOnlyMemory<byte> payload) => Post(new OutboundFrame.Json(payload));

    public void Post(OutboundFrame frame)
    {
        if (!_sender.Post(frame))
        {
            Drop();
        }
    }

    /// <summary>Ends the connection properly, or cuts it where the client does not take the close frame for 5 seconds.</summary>
    public void Close(GatewayClose code, string reason)
    {
        Post(new OutboundFrame.Close(code, reason));
        _lastWord.Change(CloseGrace, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cuts the TCP connection.</summary>
    public void Drop() => _abort();

    public void Wake() => _sender.Wake();

    public void Replaced() => Close(GatewayClose.UnknownError, "Resumed elsewhere.");

    public void Overtaken()
    {
        _services.Stats.Increment("slow_consumers");
        Close(GatewayClose.UnknownError, "Too slow.");
    }

    /// <summary>Becomes the reader of a new session.</summary>
    public void Begin(GatewaySession session)
    {
        Session = session;
        session.Attach(this);
    }

    /// <summary>Becomes the reader of a session that was there before.</summary>
    public void Continue(GatewaySession session)
    {
        Session = session;
        Wake();
    }

    /// <summary>Opcode 9: there is no session here any more; the client may identify, or resume if it is told so.</summary>
    public void Invalidate(bool resumable)
    {
        if (Session is { } session && session.Detach(this))
        {
            if (resumable)
            {
                _services.Sessions.StartExpiry(session);
            }
            else
            {
                _services.Sessions.Remove(session);
            }
        }

        Session = null;
        Post(ServerFrames.InvalidSession(resumable));
    }

    /// <summary>The client said <c>compress: true</c>.</summary>
    public void CompressLargePayloads()
    {
        if (_encoder is PlainEncoder plain)
        {
            plain.CompressesLargePayloads = true;
        }
    }

    private TimeSpan Silence => _services.Rules.HeartbeatInterval * SilenceInIntervals;

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var silence = _services.Clock.CreateTimer(_ => Silent(), null, Silence, Timeout.InfiniteTimeSpan);
        await using (silence.ConfigureAwait(false))
        {
            if (_services.Faults.Take(GatewayFaultKind.NoHello) is null)
            {
                Post(ServerFrames.Hello(_services.Rules.HeartbeatInterval));
            }

            var sending = UntilGone(SendAsync(ended.Token));
            var receiving = UntilGone(ReceiveAsync(silence, ended.Token));
            var first = await Task.WhenAny(sending, receiving).ConfigureAwait(false);
            await EndAsync(isGone: await first.ConfigureAwait(false), Task.WhenAll(sending, receiving), ended).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await using (_lastWord.ConfigureAwait(false))
        {
            await _sender.RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReceiveAsync(ITimer silence, CancellationToken cancellationToken)
    {
        try
        {
            while (await _receiver.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { } message)
            {
                _rate.Count();
                var frame = ClientFrame.Parse(message);
                if (frame.Opcode == GatewayOpcode.Heartbeat)
                {
                    silence.Change(Silence, Timeout.InfiniteTimeSpan);
                }

                _handler.Handle(this, frame);
            }
        }
        catch (ProtocolException broken)
        {
            _services.Stats.RecordViolation(broken.Rule, broken.Message, Name);
            if (broken.Close is GatewayClose.InvalidSequence && Session is { } session)
            {
                _services.Sessions.Remove(session);
            }

            Close(broken.Close, broken.Reason);
            await _receiver.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for one direction to end. True when the peer is gone without a word.</summary>
    private static async Task<bool> UntilGone(Task direction)
    {
        try
        {
            await direction.ConfigureAwait(false);
            return false;
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return true;
        }
    }

    private async Task EndAsync(bool isGone, Task bothDirections, CancellationTokenSource ended)
    {
        if (isGone)
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
        else if (_socket.State == WebSocketState.CloseReceived)
        {
            // The session's fate is settled before the client hears the echo and may come back.
            Detach();
            Close((GatewayClose)(_socket.CloseStatus is { } code and not WebSocketCloseStatus.Empty ? code : WebSocketCloseStatus.NormalClosure), "");
        }

        using var grace = new CancellationTokenSource(CloseGrace, _services.Clock);
        await using var registration = grace.Token.Register(ended.Cancel).ConfigureAwait(false);
        await bothDirections.ConfigureAwait(false);
    }

    private void Detach()
    {
        if (Session is not { } session || !session.Detach(this))
        {
            return;
        }

        if (_socket.CloseStatus is WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable)
        {
            _services.Sessions.Remove(session);
        }
        else
        {
            _services.Sessions.StartExpiry(session);
        }
    }

    private void Silent()
    {
        _services.Stats.RecordViolation("heartbeat-missed", $"no heartbeat for {Silence.TotalMilliseconds} ms", Name);
        Close(GatewayClose.SessionTimedOut, "Session timed out.");
    }
}
