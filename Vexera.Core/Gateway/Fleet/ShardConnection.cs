using Vexera.Core.Discord;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>One connection of a shard, from open to closed: a <see cref="Receiver"/> and a <see cref="Pacemaker"/> beside each other.</summary>
internal sealed class ShardConnection(FleetContext fleet, Shard shard, GatewayIntents intents)
{
    /// <summary>Runs until the connection has ended, and answers what the session wants next.</summary>
    public async Task<SessionAction?> RunAsync(ShardSession session, IGatewayTransport transport, CancellationToken stopping)
    {
        var live = new LiveSession(session, fleet);
        live.Tell(0, static (session, at, _) => session.OnConnected(at));
        using var over = new CancellationTokenSource();
        using var reader = new FrameReader(transport, fleet.Options.Compression, fleet.Options.FrameBytesMax, fleet.Pool);
        using var pacemaker = new Pacemaker(fleet, shard, live, reader, transport, intents);
        var pace = KeepPaceAsync(pacemaker, transport, over.Token, stopping);
        shard.Opened(reason => pacemaker.Do(live.Tell(reason, static (session, at, reason) => session.OnBroken(at, reason))));
        try
        {
            return await new Receiver(fleet, shard.Id, live, reader, pacemaker).RunAsync(stopping);
        }
        finally
        {
            shard.Closed();
            await over.CancelAsync();
            await pace;
            fleet.Metrics.ShardReconnects.Add(1, CloseCodes.TagOf(reader.Ended?.Code));
        }
    }

    // Without a pacemaker a connection is of no use: end it, so that the reader ends too and the failure comes out.
    private static async Task KeepPaceAsync(Pacemaker pacemaker, IGatewayTransport transport, CancellationToken over, CancellationToken stopping)
    {
        try
        {
            await pacemaker.RunAsync(over, stopping);
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }
}
