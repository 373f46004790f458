using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// The intents that all shards ask for. When Discord refuses them, the bot can live without Message Content once.
/// </summary>
internal sealed class FleetIntents(GatewayIntents configured, ILogger logger)
{
    private readonly Lock _sync = new();
    private GatewayIntents _refused;

    /// <summary>What to ask for now.</summary>
    public GatewayIntents Current => configured & ~_refused;

    /// <summary>What was configured and is not asked for any more.</summary>
    public GatewayIntents Refused => _refused;

    /// <summary>Discord refused intents. Answers whether there is something smaller to try.</summary>
    /// <param name="asked">What the refused shard had asked for.</param>
    public bool TryRetreat(GatewayIntents asked)
    {
        if (!asked.HasFlag(GatewayIntents.MessageContent))
            return false;
        lock (_sync)
        {
            if (_refused == GatewayIntents.None)
                GatewayLog.MessageContentRefused(logger);
            _refused = GatewayIntents.MessageContent;
            return true;
        }
    }
}
