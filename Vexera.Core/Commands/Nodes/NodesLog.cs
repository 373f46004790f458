using Microsoft.Extensions.Logging;

namespace Vexera.Core.Commands.Nodes;

/// <summary>Log messages of the permission rules.</summary>
internal static partial class NodesLog
{
    [LoggerMessage(10800, LogLevel.Warning, "Permission rules of guilds cannot be read; those in memory hold, and where none are, only a guild's owner may use commands that take a permission.")]
    public static partial void Unreadable(ILogger logger, Exception error);

    [LoggerMessage(10801, LogLevel.Information, "Permission rules of guilds can be read again.")]
    public static partial void Readable(ILogger logger);
}
