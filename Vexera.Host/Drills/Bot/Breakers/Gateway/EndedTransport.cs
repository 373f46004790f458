using Vexera.Core.Gateway.Transport;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>A connection whose end is told to somebody, who may say that it was another one.</summary>
/// <param name="inner">The connection.</param>
/// <param name="ended">Is told the end, and gives what the shard is told.</param>
internal sealed class EndedTransport(IGatewayTransport inner, Func<Closure, Closure> ended) : IGatewayTransport
{
    /// <inheritdoc/>
    public async ValueTask<TransportRead> ReadAsync(Memory<byte> destination)
    {
        var read = await inner.ReadAsync(destination);
        return read.Ended is { } end ? read with { Ended = ended(end) } : read;
    }

    /// <inheritdoc/>
    public Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => inner.SendAsync(payload, cancellationToken);

    /// <inheritdoc/>
    public Task CloseAsync(int code, string reason, CancellationToken cancellationToken) => inner.CloseAsync(code, reason, cancellationToken);

    public void Dispose() => inner.Dispose();
}
