using System.Net;

namespace Vexera.Core.Net;

/// <summary>The operating system's resolver.</summary>
internal sealed class SystemAddressResolver : IAddressResolver
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
