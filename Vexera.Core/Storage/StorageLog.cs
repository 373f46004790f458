using Microsoft.Extensions.Logging;

namespace Vexera.Core.Storage;

/// <summary>Log messages of Storage: 6000 and on.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(6000, LogLevel.Information, "The database is {Path}, schema {Script}")]
    public static partial void Opened(ILogger logger, string path, string script);
}
