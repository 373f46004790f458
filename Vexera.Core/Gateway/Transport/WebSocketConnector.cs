using System.Net.WebSockets;
using Vexera.Core.Net;

namespace Vexera.Core.Gateway.Transport;

/// <summary>
/// Opens WebSockets through the address cache. They send no pings of their own: the gateway's heartbeats and TCP's
/// keep-alive find a dead peer.
/// </summary>
internal sealed class WebSocketConnector : IGatewayConnector, IDisposable
{
    private readonly AddressCache _addresses;
    private readonly HttpMessageInvoker _invoker;

    public WebSocketConnector(AddressCache addresses, HandlerFactory handlers)
    {
        _addresses = addresses;
        var handler = handlers.Create();
        handler.UseCookies = false;
        _invoker = new HttpMessageInvoker(new ReadAheadHandler(handler));
    }

    /// <inheritdoc/>
    public void Prepare(Uri url) => _addresses.Prepare(url.IdnHost);

    /// <inheritdoc/>
    public async Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(url, _invoker, cancellationToken);
            return new WebSocketTransport(socket);
        }
        catch (WebSocketException failure)
        {
            var status = (int)socket.HttpStatusCode;
            socket.Dispose();
            throw new IOException(
                status > 0 ? $"{url.Authority} answered {status} instead of opening a WebSocket" : failure.GetBaseException().Message, failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();
}
