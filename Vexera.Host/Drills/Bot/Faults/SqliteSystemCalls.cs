using System.Runtime.InteropServices;

namespace Vexera.Host.Drills.Bot.Faults;

/// <summary>The system calls that SQLite makes on Linux and macOS, which it lets a program replace.</summary>
/// <seealso href="https://sqlite.org/c3ref/vfs.html"/>
internal static class SqliteSystemCalls
{
    private const string Library = "e_sqlite3";

    /// <summary>Writes bytes at an offset of a file.</summary>
    /// <param name="file">The file descriptor.</param>
    /// <param name="bytes">Where they are in memory.</param>
    /// <param name="count">How many.</param>
    /// <param name="offset">Where in the file.</param>
    /// <returns>How many were written; below 0 for a failure.</returns>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate nint Write(int file, nint bytes, nuint count, long offset);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint GetCall(nint files, nint name);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SetCall(nint files, nint name, nint call);

    // Which of the two there is says how SQLite was compiled.
    private static string[] Names => ["pwrite64", "pwrite"];

    /// <summary>Has SQLite write through another function from now on.</summary>
    /// <param name="replace">Gets what SQLite wrote through; what it gives must live as long as the process.</param>
    /// <exception cref="PlatformNotSupportedException">This SQLite writes in another way.</exception>
    public static void ReplaceWrite(Func<Write, Write> replace)
    {
        var address = FindFileSystem(nint.Zero);
        var files = Marshal.PtrToStructure<FileSystem>(address);
        var (get, set) = (Marshal.GetDelegateForFunctionPointer<GetCall>(files.GetSystemCall), Marshal.GetDelegateForFunctionPointer<SetCall>(files.SetSystemCall));
        foreach (var text in Names)
        {
            var name = Marshal.StringToCoTaskMemUTF8(text);
            try
            {
                if (get(address, name) is var call && call == nint.Zero)
                    continue;
                var other = replace(Marshal.GetDelegateForFunctionPointer<Write>(call));
                if (set(address, name, Marshal.GetFunctionPointerForDelegate(other)) == SQLitePCL.raw.SQLITE_OK)
                    return;
            }
            finally
            {
                Marshal.FreeCoTaskMem(name);
            }
        }

        throw new PlatformNotSupportedException();
    }

    [DllImport(Library, EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern nint FindFileSystem(nint name);

    // struct sqlite3_vfs, version 3.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct FileSystem
    {
        public readonly int Version;
        public readonly int FileBytes;
        public readonly int LongestPath;
        public readonly nint Next;
        public readonly nint Name;
        public readonly nint Data;
        public readonly nint Open;
        public readonly nint Delete;
        public readonly nint Access;
        public readonly nint FullPath;
        public readonly nint OpenLibrary;
        public readonly nint LibraryError;
        public readonly nint LibrarySymbol;
        public readonly nint CloseLibrary;
        public readonly nint Randomness;
        public readonly nint Sleep;
        public readonly nint CurrentTime;
        public readonly nint LastError;
        public readonly nint CurrentTimeInteger;
        public readonly nint SetSystemCall;
        public readonly nint GetSystemCall;
        public readonly nint NextSystemCall;
    }
}
