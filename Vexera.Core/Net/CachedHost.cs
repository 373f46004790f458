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
    private readonly QuestionPace _pace = new(options, time);
    private IReadOnlyList<IPAddress>? _addresses;
    private IPAddress? _accepted;
    private long _answeredAt;
    private Task<IReadOnlyList<IPAddress>?>? _question;
    private string _failure = "it was not asked yet";

    public ValueTask<HostAddresses> ResolveAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress>? known;
        Task<IReadOnlyList<IPAddress>?>? question;
        lock (_sync)
        {
            known = _addresses;
            if (known is not null && time.GetElapsedTime(_answeredAt) < options.Freshness)
                return ValueTask.FromResult(new HostAddresses(known));
            question = _question ??= _pace.MayAsk ? AskAsync() : null;
        }

        if (known is null)
            return question is null ? throw Unresolved() : FirstAnswerAsync(question, cancellationToken);
        return question is null ? ValueTask.FromResult(Stale(known)) : FreshOrStaleAsync(question, known, cancellationToken);
    }

    /// <summary>Puts an address that accepted a connection first, now and in later answers that name it.</summary>
    public void Accepted(IPAddress address)
    {
        lock (_sync)
        {
            if (address.Equals(_accepted))
                return;
            _accepted = address;
            if (_addresses is not null)
                _addresses = InOrder(_addresses);
        }
    }

    private async ValueTask<HostAddresses> FirstAnswerAsync(
        Task<IReadOnlyList<IPAddress>?> question, CancellationToken cancellationToken) =>
        new(await question.WaitAsync(cancellationToken) ?? throw Unresolved());

    private async ValueTask<HostAddresses> FreshOrStaleAsync(
        Task<IReadOnlyList<IPAddress>?> question, IReadOnlyList<IPAddress> known, CancellationToken cancellationToken)
    {
        try
        {
            return await question.WaitAsync(options.RefreshPatience, time, cancellationToken) is { } fresh
                ? new HostAddresses(fresh)
                : Stale(known);
        }
        catch (TimeoutException)
        {
            return Stale(known, question);
        }
    }

    private HostAddresses Stale(IReadOnlyList<IPAddress> known, Task<IReadOnlyList<IPAddress>?>? newer = null)
    {
        metrics.DnsStale.Add(1, _tag);
        return new HostAddresses(known, newer);
    }

    // Null when the resolver failed. Runs apart from those who wait for it: one who leaves takes nothing from the others.
    private async Task<IReadOnlyList<IPAddress>?> AskAsync()
    {
        _pace.Asked();
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
            _answeredAt = time.GetTimestamp();
            _question = null;
            return _addresses = InOrder(addresses);
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
                NetLog.Unresolved(logger, host, reason, _pace.FailedUnknown());
            else
                NetLog.ServingStale(logger, host, reason, time.GetElapsedTime(_answeredAt));
            return null;
        }
    }

    private IReadOnlyList<IPAddress> InOrder(IReadOnlyList<IPAddress> addresses) =>
        _accepted is { } first && addresses.Contains(first) ? [first, .. addresses.Where(address => !address.Equals(first))] : addresses;

    private HostUnresolvedException Unresolved() => new(host, _failure);
}
