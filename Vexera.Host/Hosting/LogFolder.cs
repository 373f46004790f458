namespace Vexera.Host.Hosting;

/// <summary>Where log files go.</summary>
/// <param name="Path">The folder's full path.</param>
/// <param name="Refusal">Why nothing can be written there; null when all is well.</param>
internal sealed record LogFolder(string Path, string? Refusal)
{
    /// <summary>Tries to write to a folder, making it where needed. Null when it worked, else why not.</summary>
    public static string? Probe(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = System.IO.Path.Combine(folder, $".probe-{Environment.ProcessId}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
                return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
