namespace Vexera.Core.Gateway.Transport;

/// <summary>Opens connections to the gateway.</summary>
internal interface IGatewayConnector
{
    /// <summary>Connects to <paramref name="url"/>, query included.</summary>
    /// <exception cref="IOException">The address cannot be reached or refuses; the message says why.</exception>
    Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>
    /// Tells that <paramref name="url"/> will be connected to one day: its host's address is learned beforehand, so that the
    /// connection need not wait for a resolver that is slow or gone by then. Returns at once and does not throw.
    /// </summary>
    void Prepare(Uri url);
}
