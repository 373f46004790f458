using System.Collections.Concurrent;
using System.Net;
using Vexera.Core.Net;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>A resolver that takes its time, counts what it is asked, and finds every name on this machine.</summary>
internal sealed class SlowResolver(ContenderSetup setup) : IAddressResolver
{
    private readonly ConcurrentDictionary<string, int> _queries = [];

    /// <summary>Questions about the name that was asked for most often.</summary>
    public int MostQueries => _queries.Values.DefaultIfEmpty().Max();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        _queries.AddOrUpdate(host, 1, static (_, count) => count + 1);
        await Task.Delay(TimeSpan.FromMilliseconds(setup.ResolverMilliseconds), TimeProvider.System, cancellationToken);
        return [IPAddress.Loopback];
    }
}
