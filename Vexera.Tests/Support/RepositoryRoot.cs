namespace Vexera.Tests.Support;

/// <summary>Finds files of the repository from the folder that the tests run in.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Vexera.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Vexera.sln in or above {AppContext.BaseDirectory}.");
    }
}
