using Microsoft.Extensions.Options;
using Vexera.Core.Storage;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Looks how much room the disk of the database file has left, or with a database server that of the logs.</summary>
internal sealed class DiskExamination(IOptions<StorageOptions> options) : IExamination
{
    private const long MiB = 1024 * 1024;
    private const long Least = 500 * MiB;

    /// <inheritdoc/>
    public string Subject => DoctorText.Disk;

    /// <inheritdoc/>
    public bool NeedsDiscord => false;

    /// <inheritdoc/>
    public Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var folder = options.Value.Provider == StorageProvider.Sqlite
            ? Path.GetDirectoryName(Path.GetFullPath(options.Value.Path))!
            : Environment.CurrentDirectory;
        while (!Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder)!;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        return Task.FromResult(free >= Least
            ? Finding.Right(DoctorText.DiskRight.With(free / MiB))
            : Finding.Wrong(
                ExitCode.BadConfiguration, DoctorText.DiskRight.With(free / MiB), DoctorText.DiskRemedy.With(Least / MiB, StorageOptions.Section)));
    }
}
