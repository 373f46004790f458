using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Shards;

/// <summary>Log messages about the command about shards.</summary>
internal static partial class ShardsLog
{
    [LoggerMessage(8100, LogLevel.Warning, "The end of a reconnect or a reshard could not be told in channel {Channel}.")]
    public static partial void NotTold(ILogger logger, Exception error, Snowflake channel);
}
