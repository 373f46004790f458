using System.Runtime.InteropServices;

namespace Vexera.Host.Drills.Processes;

/// <summary>The <c>vexera</c> executable that is measured or that makes the load.</summary>
internal static class VexeraExecutable
{
    private static readonly TimeSpan PublishPatience = TimeSpan.FromMinutes(9);
    private static readonly string FileName = OperatingSystem.IsWindows() ? "vexera.exe" : "vexera";

    /// <summary>The one that was built with this program, or this program itself.</summary>
    public static string Built { get; } = Path.Combine(AppContext.BaseDirectory, FileName);

    /// <summary>Publishes it as a user would: one self-contained file for this machine's system.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The executable.</returns>
    public static async Task<string> PublishAsync(string folder, CancellationToken cancellationToken)
    {
        var root = RepositoryRoot();
        await using var publish = ChildProcess.Start(
            "dotnet",
            ["publish", Path.Combine(root, "Vexera.Host"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "--nologo"],
            root);
        await publish.LineAsync($"Vexera.Host -> {Path.TrimEndingDirectorySeparator(folder)}", PublishPatience, cancellationToken);
        await publish.Process.WaitForExitAsync(cancellationToken);
        return Path.Combine(folder, FileName);
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Vexera.sln")))
                return folder.FullName;
        }

        throw new NotMeasuredException("Vexera.sln is in no folder above this program; name a published vexera with --executable.");
    }
}
