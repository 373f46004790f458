namespace Vexera.Host.Drills.Processes;

/// <summary>A folder that is deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder's full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("vexera-drill-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
