using Vexera.Core.Gateway.Transport;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>No connection lasts longer than six seconds.</summary>
internal sealed class RestlessConnector(IGatewayConnector inner, TimeProvider time) : IGatewayConnector
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    public async Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        var transport = await inner.ConnectAsync(url, cancellationToken);
        _ = EndAsync(transport);
        return transport;
    }

    /// <inheritdoc/>
    public void Prepare(Uri url) => inner.Prepare(url);

    private async Task EndAsync(IGatewayTransport transport)
    {
        await Task.Delay(Lasts, time);
        transport.Dispose();
    }
}
