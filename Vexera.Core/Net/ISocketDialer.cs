using System.Net;

namespace Vexera.Core.Net;

/// <summary>Opens one TCP connection to one address.</summary>
internal interface ISocketDialer
{
    /// <summary>Connects; disposing the stream closes the connection.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The address refused, or cannot be reached.</exception>
    Task<Stream> DialAsync(IPEndPoint endpoint, CancellationToken cancellationToken);
}
