using Microsoft.Extensions.Options;

namespace Vexera.Core.Net;

/// <summary>
/// Connects to a host by name without DNS on the way: addresses from the <see cref="AddressCache"/>, then a
/// <see cref="ConnectionRace"/>. <see cref="HandlerFactory"/> puts it behind HTTP and WebSockets.
/// </summary>
internal sealed class AddressConnector(AddressCache addresses, ISocketDialer dialer, IOptions<NetOptions> options, TimeProvider time)
{
    private readonly ConnectionRace _race = new(dialer, options.Value.AttemptDelay, time);

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken);

    /// <summary>Connects to the first address of <paramref name="host"/> that answers.</summary>
    /// <exception cref="HostUnresolvedException">No address is known.</exception>
    /// <exception cref="IOException">No address answered in time.</exception>
    public async ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var found = await addresses.ResolveAsync(host, cancellationToken);
        using var timeout = new CancellationTokenSource(options.Value.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var (address, connection) = await _race.RunAsync(found, port, either.Token);
            addresses.Accepted(host, address);
            return connection;
        }
        catch (AggregateException all)
        {
            throw new IOException($"{host}:{port} refused: {string.Join("; ", all.InnerExceptions.Select(one => one.Message).Distinct())}", all);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException(
                $"{host}:{port} did not answer within {options.Value.ConnectTimeout.TotalSeconds:0.#} s ({found.Known.Count} addresses known)", late);
        }
    }
}
