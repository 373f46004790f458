using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace Vexera.Core.Gateway.Transport;

/// <summary>A WebSocket as a transport.</summary>
internal sealed class WebSocketTransport(WebSocket socket) : IGatewayTransport
{
    /// <inheritdoc/>
    public ValueTask<TransportRead> ReadAsync(Memory<byte> destination)
    {
        try
        {
            var receiving = socket.ReceiveAsync(destination, CancellationToken.None);
            return receiving.IsCompleted ? new ValueTask<TransportRead>(Told(receiving.Result)) : FinishAsync(receiving);
        }
        catch (Exception failure) when (IsGone(failure))
        {
            return new ValueTask<TransportRead>(Told(failure));
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception failure) when (IsGone(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException(failure.GetBaseException().Message, failure);
        }
    }

    /// <inheritdoc/>
    public async Task CloseAsync(int code, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, cancellationToken);
        }
        catch (Exception failure) when (IsGone(failure))
        {
            socket.Abort();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TransportRead> FinishAsync(ValueTask<ValueWebSocketReceiveResult> receiving)
    {
        try
        {
            return Told(await receiving);
        }
        catch (Exception failure) when (IsGone(failure))
        {
            return Told(failure);
        }
    }

    private TransportRead Told(ValueWebSocketReceiveResult read) => read.MessageType == WebSocketMessageType.Close
        ? new TransportRead(0, false, new Closure((int?)socket.CloseStatus, socket.CloseStatusDescription ?? ""))
        : new TransportRead(read.Count, read.EndOfMessage);

    private static TransportRead Told(Exception failure) => new(0, false, new Closure(null, failure.GetBaseException().Message));

    private static bool IsGone(Exception failure) =>
        failure is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;
}
