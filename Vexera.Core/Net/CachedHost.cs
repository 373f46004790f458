using System.Net;
using Microsoft.Extensions.Logging;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Net;

/// <summary>What is known of one host name, and the question about it that is on its way.</summary>
internal sealed class CachedHost(
    string host, IAddressResolver resolver, NetOptions options, TimeProvider time, VexeraMetrics metrics, ILogger logger)
{
    private readonly Lock _sync = new();
    private readonly KeyValuePair<string, object?> _tag = new("host", host);
    private IReadOnlyList<IPAddress>? _addresses;
    private long _answeredAt;
    private long? _askedAt;
    private TimeSpan _quiet;
    private Task<IReadOnlyList<IPAddress>?>? _question;
    private string _failure = "it was not asked yet";

    public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress>? known;
        Task<IReadOnlyList<IPAddress>?>? question;
        lock (_sync)
        {
            known = _addresses;
            if (known is not null && time.GetElapsedTime(_answeredAt) < options.Freshness)
                return ValueTask.FromResult(known);
            question = _question ??= MayAsk() ? AskAsync() : null;
        }

        if (known is null)
            return question is null ? throw Unresolved() : FirstAnswerAsync(question, cancellationToken);
        return question is null ? ValueTask.FromResult(Stale(known)) : FreshOrStaleAsync(question, known, cancellationToken);
    }

    private bool MayAsk() => _askedAt is not { } asked || time.GetElapsedTime(asked) >= _quiet;

    private async ValueTask<IReadOnlyList<IPAddress>> FirstAnswerAsync(
        Task<IReadOnlyList<IPAddress>?> question, CancellationToken cancellationToken) =>
        await question.WaitAsync(cancellationToken) ?? throw Unresolved();

    private async ValueTask<IReadOnlyList<IPAddress>> FreshOrStaleAsync(
        Task<IReadOnlyList<IPAddress>?> question, IReadOnlyList<IPAddress> known, CancellationToken cancellationToken)
    {
        try
        {
            return await question.WaitAsync(options.RefreshPatience, time, cancellationToken) ?? Stale(known);
        }
        catch (TimeoutException)
        {
            return Stale(known);
        }
    }

    private IReadOnlyList<IPAddress> Stale(IReadOnlyList<IPAddress> known)
    {
        metrics.DnsStale.Add(1, _tag);
        return known;
    }

    // Null when the resolver failed. Runs apart from those who wait for it: one who leaves takes nothing from the others.
    private async Task<IReadOnlyList<IPAddress>?> AskAsync()
    {
        _askedAt = time.GetTimestamp();
        _quiet = options.Freshness;
        metrics.DnsQueries.Add(1, _tag);
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            using var timeout = new CancellationTokenSource(options.QueryTimeout, time);
            var addresses = await resolver.ResolveAsync(host, timeout.Token).WaitAsync(timeout.Token);
            return addresses.Count > 0 ? Learn(addresses) : Fail("the name has no address");
        }
        catch (OperationCanceledException)
        {
            return Fail($"no answer within {options.QueryTimeout.TotalSeconds:0.#} s");
        }
        catch (Exception failure)
        {
            return Fail(failure.Message);
        }
    }

    private IReadOnlyList<IPAddress> Learn(IReadOnlyList<IPAddress> addresses)
    {
        lock (_sync)
        {
            _addresses = addresses;
            _answeredAt = time.GetTimestamp();
            _question = null;
            return addresses;
        }
    }

    private IReadOnlyList<IPAddress>? Fail(string reason)
    {
        metrics.DnsFailures.Add(1, _tag);
        lock (_sync)
        {
            _failure = reason;
            _question = null;
            if (_addresses is null)
            {
                _askedAt = time.GetTimestamp();
                _quiet = options.RetryAfter;
                NetLog.Unresolved(logger, host, reason, options.RetryAfter);
            }
            else
            {
                NetLog.ServingStale(logger, host, reason, time.GetElapsedTime(_answeredAt));
            }

            return null;
        }
    }

    private HostUnresolvedException Unresolved() => new(host, _failure);
}
