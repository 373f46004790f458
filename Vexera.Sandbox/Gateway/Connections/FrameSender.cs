using System.Net.WebSockets;
using System.Threading.Channels;
using Vexera.Sandbox.Gateway.Encoding;
using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Gateway.Connections;

/// <summary>
/// The only one who writes to a socket: first what was posted, then the session's events, one after the other as fast as the client takes them.
/// </summary>
internal sealed class FrameSender(WebSocket socket, IFrameEncoder encoder, GatewayConnection connection, GatewayServices services)
{
    private const int MostPosted = 1_024;

    private readonly Channel<OutboundFrame> _posted = Channel.CreateBounded<OutboundFrame>(MostPosted);
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Queues a frame. False when the client takes none any more.</summary>
    public bool Post(OutboundFrame frame)
    {
        var posted = _posted.Writer.TryWrite(frame);
        Wake();
        return posted;
    }

    public void Wake() => _signal.Writer.TryWrite(true);

    /// <summary>Sends until a close frame was sent or the connection is gone.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var writer = new DispatchWriter();
        while (true)
        {
            if (_posted.Reader.TryRead(out var frame))
            {
                if (!await SendAsync(frame, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }
            else if (!await SendEventAsync(writer, cancellationToken).ConfigureAwait(false))
            {
                await _signal.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> SendAsync(OutboundFrame frame, CancellationToken cancellationToken)
    {
        switch (frame)
        {
            case OutboundFrame.Json json:
                await SendAsync(encoder.Encode(json.Payload), cancellationToken).ConfigureAwait(false);
                return true;
            case OutboundFrame.Truncated whole:
                var encoded = encoder.Encode(whole.Payload);
                await SendAsync(encoded with { Bytes = encoded.Bytes[..(encoded.Bytes.Length / 2)] }, cancellationToken).ConfigureAwait(false);
                return true;
            case OutboundFrame.Raw raw:
                await SendAsync(new EncodedFrame(raw.Bytes, raw.Binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text), cancellationToken)
                    .ConfigureAwait(false);
                return true;
            default:
                var close = (OutboundFrame.Close)frame;
                await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, cancellationToken).ConfigureAwait(false);
                return false;
        }
    }

    private async Task<bool> SendEventAsync(DispatchWriter writer, CancellationToken cancellationToken)
    {
        if (connection.Session is not { } session || !session.TryRead(connection, out var next))
        {
            return false;
        }

        if (!next.IsStale)
        {
            if (services.Faults.Take(Vexera.Sandbox.Faults.GatewayFaultKind.SlowSends, session.Shard.Id) is { } slow)
            {
                await Task.Delay(slow.Delay, services.Clock, cancellationToken).ConfigureAwait(false);
            }

            // Counted first: whoever has it finds it counted.
            services.Stats.RecordEvent(next.Event.Name);
            if (next.IsReplay)
            {
                services.Stats.Increment("replays");
            }

            await SendAsync(encoder.Encode(writer.Write(next.Sequence, next.Event, session.Viewer)), cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private ValueTask SendAsync(EncodedFrame frame, CancellationToken cancellationToken) =>
        socket.SendAsync(frame.Bytes, frame.Type, endOfMessage: true, cancellationToken);
}
