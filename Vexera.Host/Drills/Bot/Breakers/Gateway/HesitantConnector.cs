using Vexera.Core.Gateway.Transport;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>Once, after a connection was lost, the next one waits for eleven seconds.</summary>
internal sealed class HesitantConnector(IGatewayConnector inner, TimeProvider time) : IGatewayConnector
{
    private const int Untroubled = 0, Lost = 1, Over = 2;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(11);
    private int _state = Untroubled;

    /// <inheritdoc/>
    public async Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Over, Lost) == Lost)
            await Task.Delay(Wait, time, cancellationToken);
        return new EndedTransport(await inner.ConnectAsync(url, cancellationToken), Note);
    }

    /// <inheritdoc/>
    public void Prepare(Uri url) => inner.Prepare(url);

    private Closure Note(Closure end)
    {
        Interlocked.CompareExchange(ref _state, Lost, Untroubled);
        return end;
    }
}
