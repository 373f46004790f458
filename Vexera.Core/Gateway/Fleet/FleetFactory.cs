using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Net;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Makes fleets that share the gate, the intents that Discord grants and what else belongs to the process.</summary>
internal sealed class FleetFactory(
    IGatewayConnector connector,
    IIdentifyGate gate,
    FreshLimits limits,
    IDispatchSink sink,
    BotToken token,
    IOptions<GatewayOptions> options,
    BadFrames badFrames,
    VexeraMetrics metrics,
    IJitter jitter,
    TimeProvider time,
    ILogger<FleetSupervisor> logger)
{
    /// <summary>The intents that all fleets ask for.</summary>
    public FleetIntents Intents { get; } = new(options.Value.Intents, logger);

    /// <summary>A fleet that hands events on to the bot.</summary>
    /// <param name="bot">What Discord said last.</param>
    /// <param name="plan">Which shards to run.</param>
    /// <param name="tickets">Sessions to go on with, by the number of the shard; null for none.</param>
    public ShardFleet Create(GatewayBot bot, ShardPlan plan, IReadOnlyDictionary<int, SessionTicket>? tickets = null)
    {
        var context = new FleetContext(time)
        {
            Options = options.Value,
            Token = token,
            Url = bot.Url,
            ShardCount = plan.Count,
            ShardsHere = plan.Here,
            Intents = Intents,
            Connector = connector,
            Gate = gate,
            Limits = limits,
            Sink = sink,
            BadFrames = badFrames,
            Metrics = metrics,
            Jitter = jitter,
            Logger = logger,
        };
        return new ShardFleet(context, plan, bot.SessionStartLimit.MaxConcurrency, tickets);
    }
}
