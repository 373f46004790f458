using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// The intents that all shards ask for. When Discord refuses them, the bot can live without Server Members, without Message
/// Content, and without both. Discord does not say which it refuses, so they are left out in this order until it is content.
/// </summary>
internal sealed class FleetIntents(GatewayIntents configured, ILogger logger)
{
    // From the smallest loss to the largest.
    private static readonly GatewayIntents[] Retreats =
    [
        GatewayIntents.GuildMembers,
        GatewayIntents.MessageContent,
        GatewayIntents.GuildMembers | GatewayIntents.MessageContent,
    ];

    private readonly Lock _sync = new();
    private GatewayIntents _refused;

    /// <summary>What to ask for now.</summary>
    public GatewayIntents Current => configured & ~_refused;

    /// <summary>What was configured and is not asked for any more.</summary>
    public GatewayIntents Refused => _refused;

    /// <summary>Discord refused intents. Answers whether there is something else to try, which is <see cref="Current"/> then.</summary>
    /// <param name="asked">What the refused shard had asked for.</param>
    public bool TryRetreat(GatewayIntents asked)
    {
        lock (_sync)
        {
            // Another shard was refused the same before.
            if (asked != Current)
                return true;
            var next = Array.FindIndex(Retreats, retreat => configured.HasFlag(retreat) && IsLater(retreat));
            if (next < 0)
                return false;
            _refused = Retreats[next];
            if (_refused.HasFlag(GatewayIntents.GuildMembers))
                GatewayLog.ServerMembersRefused(logger);
            if (_refused.HasFlag(GatewayIntents.MessageContent))
                GatewayLog.MessageContentRefused(logger);
            return true;
        }
    }

    private bool IsLater(GatewayIntents retreat) => Array.IndexOf(Retreats, retreat) > Array.IndexOf(Retreats, _refused);
}
