using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Vexera.Core.Net;

/// <summary>
/// Makes the handlers behind every HTTP client and WebSocket of the process, so that each connects through the
/// <see cref="AddressConnector"/>.
/// </summary>
/// <param name="connector">Opens the connections.</param>
/// <param name="trust">Which servers to trust; null for what the system trusts.</param>
internal sealed class HandlerFactory(AddressConnector connector, X509ChainPolicy? trust = null)
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
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
    };
}
