using Microsoft.Extensions.Options;
using Vexera.Core.Storage;

namespace Vexera.Core.Monitoring.Sampling;

/// <summary>Reads how much room there is where the database is; with PostgreSQL, where the bot runs.</summary>
/// <param name="options">Where the database is.</param>
internal sealed class DiskFigures(IOptions<StorageOptions> options)
{
    private readonly string _folder = options.Value.Provider == StorageProvider.Sqlite && Path.GetDirectoryName(Path.GetFullPath(options.Value.Path)) is { } folder
        ? folder
        : Path.GetFullPath(".");

    /// <summary>Bytes free for the process and bytes in all; zeros when the system does not tell.</summary>
    public (long Free, long Total) Read()
    {
        try
        {
            var drive = new DriveInfo(_folder);
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return default;
        }
    }
}
