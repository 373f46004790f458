using Microsoft.Extensions.Logging;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Core.Gateway;

/// <summary>Log messages of the gateway: 1000 and on.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1000, LogLevel.Information, "Discord's gateway is {Url}: {Shards} of {ShardCount} shards here, {MaxConcurrency} may identify at once, {Remaining} of {Total} identifies left today.")]
    public static partial void FleetStarts(ILogger logger, Uri url, int shards, int shardCount, int maxConcurrency, int remaining, int total);

    [LoggerMessage(1001, LogLevel.Warning, "Discord cannot be asked for its gateway: {Reason}. Trying on.")]
    public static partial void SourceUnreachable(ILogger logger, string reason);

    [LoggerMessage(1002, LogLevel.Information, "Discord answers again.")]
    public static partial void SourceReachable(ILogger logger);

    [LoggerMessage(1003, LogLevel.Information, "All {Shards} shards are ready after {Elapsed}.")]
    public static partial void FleetReady(ILogger logger, int shards, TimeSpan elapsed);

    [LoggerMessage(1004, LogLevel.Critical, "{Problem}")]
    public static partial void FleetFailed(ILogger logger, string problem);

    [LoggerMessage(1005, LogLevel.Warning, "Discord refuses the Message Content intent, so the bot goes on without it: commands work with / and by mentioning the bot, prefix commands do not. To mend it, open your application in the developer portal, page Bot, and switch on Message Content Intent under Privileged Gateway Intents; or take MessageContent out of Gateway:Intents.")]
    public static partial void MessageContentRefused(ILogger logger);

    [LoggerMessage(1007, LogLevel.Information, "Stopped before Discord told its gateway.")]
    public static partial void FleetStopped(ILogger logger);

    [LoggerMessage(1006, LogLevel.Warning, "Only {Remaining} of today's {Total} identifies are left. Shards that need one wait {Wait} for Discord to renew them, so that the token is not reset.")]
    public static partial void BudgetLow(ILogger logger, int remaining, int total, TimeSpan wait);

    [LoggerMessage(1010, LogLevel.Information, "Shard {ShardId} is ready.")]
    public static partial void ShardReady(ILogger logger, int shardId);

    [LoggerMessage(1011, LogLevel.Information, "Shard {ShardId} lost its connection: {Reason}. Next attempt in {Wait}.")]
    public static partial void ShardLost(ILogger logger, int shardId, string? reason, TimeSpan wait);

    [LoggerMessage(1012, LogLevel.Error, "Shard {ShardId} failed in a way that nobody foresaw, and starts again.")]
    public static partial void ShardFailed(ILogger logger, int shardId, Exception exception);

    [LoggerMessage(1013, LogLevel.Error, "The receiver of events threw on {Event} of shard {ShardId}; the shard goes on.")]
    public static partial void SinkFailed(ILogger logger, int shardId, string @event, Exception exception);

    [LoggerMessage(1014, LogLevel.Debug, "Shard {ShardId}: {State}.")]
    public static partial void ShardState(ILogger logger, int shardId, Telemetry.ShardState state);

    [LoggerMessage(1020, LogLevel.Warning, "Shard {ShardId} received a bad frame ({Kind}): {Detail}. Others of this kind are counted and told of once a minute.")]
    public static partial void BadFrame(ILogger logger, int shardId, BadFrameKind kind, string detail);
}
