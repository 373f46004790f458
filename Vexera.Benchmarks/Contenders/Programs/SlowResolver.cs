using System.Net;
using System.Net.Sockets;
using Vexera.Core.Net;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>A resolver that takes its time, counts what it is asked, and finds every name on this machine until it shall fail.</summary>
internal sealed class SlowResolver(ContenderSetup setup, TimeProvider time) : IAddressResolver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _askedAt = [];

    /// <summary>Questions.</summary>
    public int Queries { get; private set; }

    /// <summary>Those that came within the freshness period of the question before about the same name.</summary>
    public int TooSoon { get; private set; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var question = Note(host);
        await Task.Delay(TimeSpan.FromMilliseconds(setup.ResolverMilliseconds), time, cancellationToken);
        if (setup.ResolverAnswers > 0 && question > setup.ResolverAnswers)
            throw new SocketException((int)SocketError.TryAgain);
        return [IPAddress.Loopback];
    }

    private int Note(string host)
    {
        lock (_lock)
        {
            Queries++;
            if (_askedAt.TryGetValue(host, out var before) && time.GetElapsedTime(before) < TimeSpan.FromSeconds(setup.FreshnessSeconds))
                TooSoon++;
            _askedAt[host] = time.GetTimestamp();
            return Queries;
        }
    }
}
