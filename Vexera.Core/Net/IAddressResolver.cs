using System.Net;

namespace Vexera.Core.Net;

/// <summary>Puts a question to DNS. Only <see cref="AddressCache"/> calls it; everyone else asks the cache.</summary>
internal interface IAddressResolver
{
    /// <summary>Asks for every address of <paramref name="host"/>, in the order to try them.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name has no address, or the resolver gave no answer.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
