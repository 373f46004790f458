using System.Net;
using DnsClient;

namespace Vexera.Core.Net;

/// <summary>
/// Asks one DNS server for A and AAAA at the same time, once each. One family is enough for an answer: the other has a moment
/// longer to arrive, since some servers leave AAAA without an answer (RFC 8305, section 3).
/// </summary>
internal sealed class DnsServerResolver : IAddressResolver
{
    private static readonly TimeSpan OtherFamily = TimeSpan.FromMilliseconds(250);
    private readonly LookupClient _client;
    private readonly TimeProvider _time;

    /// <param name="server">Where it listens.</param>
    /// <param name="time">The clock.</param>
    public DnsServerResolver(IPEndPoint server, TimeProvider time)
    {
        _time = time;
        _client = new LookupClient(new LookupClientOptions(server)
        {
            UseCache = false,
            Retries = 0,
            // The caller's token ends a question.
            Timeout = Timeout.InfiniteTimeSpan,
            ContinueOnDnsError = false,
            ContinueOnEmptyResponse = false,
        });
    }

    /// <inheritdoc/>
    /// <exception cref="DnsResponseException">The server failed, refused or answered nonsense.</exception>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (v6, v4) = (AskAsync(host, QueryType.AAAA, over.Token), AskAsync(host, QueryType.A, over.Token));
        Task both = Task.WhenAll(v6, v4);
        var first = await Task.WhenAny(v6, v4);
        if (first.IsCompletedSuccessfully && (await first).Count > 0)
        {
            await Task.WhenAny(both, Task.Delay(OtherFamily, _time, over.Token));
            await over.CancelAsync();
        }

        await both.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return v6.IsCompletedSuccessfully && v4.IsCompletedSuccessfully ? [.. await v6, .. await v4]
            : v6.IsCompletedSuccessfully && (await v6).Count > 0 ? await v6
            : v4.IsCompletedSuccessfully && (await v4).Count > 0 ? await v4
            : throw (v4.Exception ?? v6.Exception!).InnerException!;
    }

    private async Task<IReadOnlyList<IPAddress>> AskAsync(string host, QueryType type, CancellationToken cancellationToken)
    {
        var answer = await _client.QueryAsync(host, type, QueryClass.IN, cancellationToken);
        // A name that does not exist is an answer, too: that of no address.
        if (answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain)
            throw new DnsResponseException((DnsResponseCode)answer.Header.ResponseCode, $"{type}: {answer.ErrorMessage}");
        return [.. answer.Answers.AddressRecords().Select(record => record.Address)];
    }
}
