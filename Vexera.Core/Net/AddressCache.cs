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

    /// <summary>Gives the addresses of <paramref name="host"/>.</summary>
    /// <param name="host">A name, an IPv4 or IPv6 literal (brackets allowed), or localhost.</param>
    /// <param name="cancellationToken">Leaves the wait; a question on its way goes on for the others.</param>
    /// <exception cref="HostUnresolvedException">The resolver failed and no older answer is known.</exception>
    public ValueTask<HostAddresses> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        return ByItself(host) is { } addresses
            ? ValueTask.FromResult(new HostAddresses(addresses))
            : Find(host).ResolveAsync(cancellationToken);
    }

    /// <summary>Learns the addresses of a host that will be connected to later, so that nobody waits for the resolver then.</summary>
    /// <param name="host">As in <see cref="ResolveAsync"/>. Failures are logged and counted, not thrown.</param>
    public void Prepare(string host)
    {
        if (!string.IsNullOrWhiteSpace(host) && ByItself(host) is null)
            _ = PrepareAsync(Find(host));
    }

    /// <summary>Remembers which address of <paramref name="host"/> accepted a connection: it is tried first next time.</summary>
    public void Accepted(string host, IPAddress address)
    {
        if (ByItself(host) is null)
            Find(host).Accepted(address);
    }

    private static async Task PrepareAsync(CachedHost host)
    {
        try
        {
            await host.ResolveAsync(CancellationToken.None);
        }
        catch (HostUnresolvedException)
        {
            // Said in the log when the question failed; whoever connects will hear of it too.
        }
    }

    // The addresses of what needs no resolver.
    private static IPAddress[]? ByItself(string host)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        var name = host.AsSpan().TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? Loopbacks
            : null;
    }

    private CachedHost Find(string host) => _hosts.GetOrAdd(host.TrimEnd('.'), _newHost);
}
