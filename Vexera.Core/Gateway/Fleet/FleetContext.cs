using System.Buffers;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Net;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>What all shards of a fleet share.</summary>
internal sealed record FleetContext
{
    private readonly long _began;
    private volatile IDispatchSink _sink = null!;
    private volatile bool _keepsSessions = true;
    private int _ready;

    public FleetContext(TimeProvider time)
    {
        Time = time;
        _began = time.GetTimestamp();
    }

    public TimeProvider Time { get; }

    public required GatewayOptions Options { get; init; }

    public required BotToken Token { get; init; }

    public required Uri Url { get; init; }

    public required int ShardCount { get; init; }

    public required int ShardsHere { get; init; }

    public required FleetIntents Intents { get; init; }

    public required IGatewayConnector Connector { get; init; }

    public required IIdentifyGate Gate { get; init; }

    public required FreshLimits Limits { get; init; }

    /// <summary>Where events go; each shard goes over to another one between two events.</summary>
    public required IDispatchSink Sink
    {
        get => _sink;
        set => _sink = value;
    }

    /// <summary>Whether sessions are left alive at Discord's side when shards stop, to be resumed.</summary>
    public bool KeepsSessions
    {
        get => _keepsSessions;
        set => _keepsSessions = value;
    }

    public required BadFrames BadFrames { get; init; }

    public required VexeraMetrics Metrics { get; init; }

    public required IJitter Jitter { get; init; }

    public required ILogger Logger { get; init; }

    public ArrayPool<byte> Pool { get; init; } = new FramePool();

    /// <summary>Time since the fleet began.</summary>
    public TimeSpan Now => Time.GetElapsedTime(_began);

    /// <summary>Time from the fleet's beginning to a timestamp of the clock.</summary>
    public TimeSpan At(long timestamp) => Time.GetElapsedTime(_began, timestamp);

    /// <summary>What a session needs to know of this moment.</summary>
    public Moment Moment => new(Now, Jitter.Next());

    /// <summary>A shard is ready for the first time.</summary>
    public void CountReady()
    {
        if (Interlocked.Increment(ref _ready) == ShardsHere)
            GatewayLog.FleetReady(Logger, ShardsHere, Now);
    }
}
