namespace Vexera.Core.Net;

/// <summary>
/// Makes the handlers behind every HTTP client and WebSocket of the process, so that each connects through the
/// <see cref="AddressConnector"/>.
/// </summary>
internal sealed class HandlerFactory(AddressConnector connector)
{
    // The TCP keep-alive of SocketDialer, for systems that find a dead peer late when something is on its way to it.
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(15);

    /// <summary>A handler to be set up further and disposed of by its taker. TLS sessions are resumed, for all handlers alike.</summary>
    public SocketsHttpHandler Create() => new()
    {
        ConnectCallback = connector.ConnectAsync,
        KeepAlivePingDelay = PingDelay,
        KeepAlivePingTimeout = PingDelay,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
    };
}
