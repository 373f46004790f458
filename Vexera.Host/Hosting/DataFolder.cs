namespace Vexera.Host.Hosting;

/// <summary>Where the bot on the sandbox keeps its things.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly bool _isTemporary;

    private DataFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Opens the folder, making it where needed; a temporary one, deleted at the end, when none is named.</summary>
    /// <exception cref="DataFolderException">It cannot be made.</exception>
    public static DataFolder Open(string? path)
    {
        try
        {
            return path is null
                ? new DataFolder(Directory.CreateTempSubdirectory("vexera-sandbox-").FullName, isTemporary: true)
                : new DataFolder(Directory.CreateDirectory(path).FullName, isTemporary: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DataFolderException(CliText.DataUnusable.With(path ?? System.IO.Path.GetTempPath(), e.Message), e);
        }
    }

    public void Dispose()
    {
        if (_isTemporary)
            Directory.Delete(Path, recursive: true);
    }
}

/// <summary>The folder for the bot's things cannot be used.</summary>
/// <param name="message">One line that names it.</param>
/// <param name="inner">What the system said.</param>
internal sealed class DataFolderException(string message, Exception inner) : Exception(message, inner);
