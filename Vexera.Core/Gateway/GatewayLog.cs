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

    [LoggerMessage(1005, LogLevel.Warning, "Discord refuses a privileged intent, so the bot goes on without Message Content: commands work with / and by mentioning the bot, prefix commands do not. To mend it, open your application in the developer portal, page Bot, and switch on Message Content Intent under Privileged Gateway Intents; or take MessageContent out of Gateway:Intents.")]
    public static partial void MessageContentRefused(ILogger logger);

    [LoggerMessage(1008, LogLevel.Warning, "Discord refuses a privileged intent, so the bot goes on without Server Members: it does not see who joins or leaves, so a mute is not put on again when somebody comes back, and members are counted less exactly. To mend it, open your application in the developer portal, page Bot, and switch on Server Members Intent under Privileged Gateway Intents; or take GuildMembers out of Gateway:Intents.")]
    public static partial void ServerMembersRefused(ILogger logger);

    [LoggerMessage(1007, LogLevel.Information, "Stopped before Discord told its gateway.")]
    public static partial void FleetStopped(ILogger logger);

    [LoggerMessage(1006, LogLevel.Warning, "Only {Remaining} of the day's {Total} identifies are left. Shards that need one wait until {RenewsAt:yyyy-MM-dd HH:mm} UTC for Discord to renew them, so that the token is not reset. Shards that can resume go on.")]
    public static partial void BudgetLow(ILogger logger, int remaining, int total, DateTimeOffset renewsAt);

    [LoggerMessage(1010, LogLevel.Information, "Shard {ShardId} is ready.")]
    public static partial void ShardReady(ILogger logger, int shardId);

    [LoggerMessage(1011, LogLevel.Information, "Shard {ShardId} lost its connection: {Reason}. Next attempt in {Wait}.")]
    public static partial void ShardLost(ILogger logger, int shardId, string? reason, TimeSpan wait);

    [LoggerMessage(1012, LogLevel.Error, "Shard {ShardId} failed in a way that nobody foresaw, and starts again.")]
    public static partial void ShardFailed(ILogger logger, int shardId, Exception exception);

    [LoggerMessage(1013, LogLevel.Error, "The receiver of events threw on {Event} of shard {ShardId}; the shard goes on.")]
    public static partial void SinkFailed(ILogger logger, int shardId, string @event, Exception exception);

    [LoggerMessage(1014, LogLevel.Debug, "Shard {ShardId}: {State}.")]
    public static partial void ShardState(ILogger logger, int shardId, Shards.ShardState state);

    [LoggerMessage(1015, LogLevel.Warning, "Shard {ShardId} has lost its connection {Count} times within {Window}: {Reasons}.")]
    public static partial void ShardFlaps(ILogger logger, int shardId, int count, TimeSpan window, string reasons);

    [LoggerMessage(1016, LogLevel.Information, "Reconnecting {Shards} shards by RESUME, {AtOnce} at once.")]
    public static partial void ReconnectStarts(ILogger logger, int shards, int atOnce);

    [LoggerMessage(1017, LogLevel.Information, "Reconnected: {Resumed} shards resumed, {Identified} had to identify anew, {Skipped} were skipped.")]
    public static partial void ReconnectEnds(ILogger logger, int resumed, int identified, int skipped);

    [LoggerMessage(1018, LogLevel.Warning, "The reconnect of shards was broken off: {Missing} did not come back within {Patience}; {Untouched} were not touched.")]
    public static partial void ReconnectBrokenOff(ILogger logger, string missing, TimeSpan patience, string untouched);

    [LoggerMessage(1030, LogLevel.Warning, "How many identifies were taken before this start could not be read from the database ({Reason}). Discord's own count is relied on.")]
    public static partial void LedgerUnreadable(ILogger logger, string reason);

    [LoggerMessage(1031, LogLevel.Warning, "The count of identifies could not be written to the database ({Reason}). The shards go on; it is written with the next identify.")]
    public static partial void LedgerUnwritable(ILogger logger, string reason);

    [LoggerMessage(1032, LogLevel.Warning, "Discord's limits could not be asked for anew before identifying ({Reason}). The last known ones hold.")]
    public static partial void LimitsNotRefreshed(ILogger logger, string reason);

    [LoggerMessage(1033, LogLevel.Warning, "Discord recommends {Recommended} shards now; the bot runs {ShardCount}. The owner's command shards reshard takes it up without a restart; so does Gateway:Reshard Automatic when Gateway:ShardCount is 0.")]
    public static partial void OtherCountRecommended(ILogger logger, int recommended, int shardCount);

    [LoggerMessage(1034, LogLevel.Information, "The bot goes on with the sessions of {ShardCount} shards from before its start; Discord recommends {Recommended} now.")]
    public static partial void CountKept(ILogger logger, int shardCount, int recommended);

    [LoggerMessage(1020, LogLevel.Warning, "Shard {ShardId} received a bad frame ({Kind}): {Detail}. Others of this kind are counted and told of once a minute.")]
    public static partial void BadFrame(ILogger logger, int shardId, BadFrameKind kind, string detail);
}
