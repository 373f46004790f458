using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using SQLitePCL;

namespace Vexera.Host.Hosting;

/// <summary>
/// Finds SQLite inside the published executable. The file it is loaded from is gone at once; nothing stays on the disk, and no
/// HOME is needed.
/// </summary>
internal static class NativeLibraries
{
    private const string Resource = "native/libe_sqlite3.so";

    /// <summary>Call once, before the database is opened.</summary>
    public static void Register()
    {
        if (!OperatingSystem.IsLinux() || typeof(NativeLibraries).Assembly.GetManifestResourceInfo(Resource) is null)
            return;
        var sqlite = new Lazy<IntPtr>(Load);
        foreach (var assembly in new[] { typeof(SQLite3Provider_e_sqlite3).Assembly, typeof(NativeLibraries).Assembly })
            NativeLibrary.SetDllImportResolver(assembly, (_, _, _) => sqlite.Value);
    }

    [SupportedOSPlatform("linux")]
    private static IntPtr Load()
    {
        using var library = typeof(NativeLibraries).Assembly.GetManifestResourceStream(Resource)!;
        string[] folders = [Path.GetTempPath(), "/dev/shm", Environment.CurrentDirectory];
        foreach (var folder in folders)
        {
            if (TryLoad(library, Path.Combine(folder, Path.GetRandomFileName()), out var handle))
                return handle;
        }

        throw new DllNotFoundException(HostingText.NoPlaceForLibrary.With(string.Join(", ", folders)));
    }

    [SupportedOSPlatform("linux")]
    private static bool TryLoad(Stream library, string path, out IntPtr handle)
    {
        handle = IntPtr.Zero;
        try
        {
            library.Position = 0;
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            });
            library.CopyTo(file);
            file.Flush();
            return NativeLibrary.TryLoad(path, out handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
