using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Gateway.Protocol;

/// <summary>Counts bad frames, and tells of each kind at most once a minute.</summary>
internal sealed class BadFrames(VexeraMetrics metrics, TimeProvider time, ILogger<BadFrames> logger)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<BadFrameKind, long> _told = new();

    /// <summary>One came.</summary>
    /// <param name="shardId">The shard that received it.</param>
    /// <param name="kind">In which way it is bad.</param>
    /// <param name="detail">What was found; nothing that people wrote.</param>
    public void Report(int shardId, BadFrameKind kind, string detail)
    {
        metrics.BadFrames.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));
        var now = time.GetTimestamp();
        var told = _told.TryGetValue(kind, out var at);
        if (told && time.GetElapsedTime(at, now) < Silence)
            return;
        if (told ? _told.TryUpdate(kind, now, at) : _told.TryAdd(kind, now))
            GatewayLog.BadFrame(logger, shardId, kind, detail);
    }
}
