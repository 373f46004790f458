using Vexera.Core.Gateway.Transport;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>Connections whose close code nobody looks at, so that every shard tries on whatever Discord said.</summary>
internal sealed class DeafConnector(IGatewayConnector inner) : IGatewayConnector
{
    /// <inheritdoc/>
    public async Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken) =>
        new EndedTransport(await inner.ConnectAsync(url, cancellationToken), static end => end with { Code = null });

    /// <inheritdoc/>
    public void Prepare(Uri url) => inner.Prepare(url);
}
