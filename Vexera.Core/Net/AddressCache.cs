using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Net;

/// <summary>
/// Stands between the process and DNS: one question for each name in each freshness period, shared by all who ask; older
/// answers are served while the resolver is slow or failing. Address literals and localhost are never asked for.
/// </summary>
internal sealed class AddressCache
{
    private static readonly IPAddress[] Loopbacks = [IPAddress.Loopback, IPAddress.IPv6Loopback];
    private readonly ConcurrentDictionary<string, CachedHost> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, CachedHost> _newHost;

    public AddressCache(
        IAddressResolver resolver, IOptions<NetOptions> options, TimeProvider time, VexeraMetrics metrics, ILogger<AddressCache> logger) =>
        _newHost = host => new CachedHost(host, resolver, options.Value, time, metrics, logger);

    /// <summary>Gives the addresses of <paramref name="host"/>, in the order to try them; never none.</summary>
    /// <param name="host">A name, an IPv4 or IPv6 literal (brackets allowed), or localhost.</param>
    /// <param name="cancellationToken">Leaves the wait; a question on its way goes on for the others.</param>
    /// <exception cref="HostUnresolvedException">The resolver failed and no older answer is known.</exception>
    public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        if (IPAddress.TryParse(host, out var literal))
            return ValueTask.FromResult<IReadOnlyList<IPAddress>>([literal]);
        var name = host.TrimEnd('.');
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return ValueTask.FromResult<IReadOnlyList<IPAddress>>(Loopbacks);
        return _hosts.GetOrAdd(name, _newHost).ResolveAsync(cancellationToken);
    }
}
