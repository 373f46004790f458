namespace Vexera.Core.Gateway.Transport;

/// <summary>Opens connections to the gateway.</summary>
internal interface IGatewayConnector
{
    /// <summary>Connects to <paramref name="url"/>, query included.</summary>
    /// <exception cref="IOException">The address cannot be reached or refuses; the message says why.</exception>
    Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken);
}
