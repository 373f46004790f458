using System.Net.Sockets;
using System.Runtime.Versioning;

namespace Vexera.Core.Net.Local;

/// <summary>
/// Listens at the path of a file, for its owner alone: on Linux and macOS nobody else may connect, on Windows those who may write
/// in its folder. The file is gone when this is disposed.
/// </summary>
internal sealed class LocalListener : IDisposable
{
    private const int Backlog = 64;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Socket _socket;

    private LocalListener(Socket socket) => _socket = socket;

    /// <summary>Begins to listen. A file that a killed process has left there is replaced, and nothing else.</summary>
    /// <param name="path">The full path of the file; its folder is made where missing.</param>
    /// <exception cref="LocalSocketException">The path is too long or cannot be written, or something is there.</exception>
    public static LocalListener Listen(string path)
    {
        var endpoint = LocalSocket.EndPointOf(path);
        Socket? socket = null;
        try
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            RemoveStale(path, endpoint);
            socket = LocalSocket.Create();
            socket.Bind(endpoint);
            // Nobody can connect before the socket listens.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, OwnersFile);
            socket.Listen(Backlog);
            return new LocalListener(socket);
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
        {
            socket?.Dispose();
            throw e as LocalSocketException ?? LocalSocketException.Refused(path, e);
        }
    }

    /// <summary>The next connection; disposing the stream closes it.</summary>
    /// <exception cref="SocketException">The system has nothing left to take one with.</exception>
    /// <exception cref="IOException">Who connected is gone already.</exception>
    public async Task<Stream> AcceptAsync(CancellationToken cancellationToken)
    {
        var socket = await _socket.AcceptAsync(cancellationToken);
        try
        {
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            MakeOwnersFolder(folder);
    }

    [UnsupportedOSPlatform("windows")]
    private static void MakeOwnersFolder(string folder) => Directory.CreateDirectory(folder, OwnersFile | UnixFileMode.UserExecute);

    private static void RemoveStale(string path, UnixDomainSocketEndPoint endpoint)
    {
        if (!File.Exists(path))
            return;
        if (IsOpenable(path))
            throw LocalSocketException.NoSocket(path);
        if (IsListenedAt(endpoint))
            throw LocalSocketException.InUse(path);
        File.Delete(path);
    }

    // No system opens a socket as a file. Asking to write as well keeps a named pipe from waiting for its other end.
    private static bool IsOpenable(string path)
    {
        try
        {
            using (File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
                return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsListenedAt(UnixDomainSocketEndPoint endpoint)
    {
        using var probe = LocalSocket.Create();
        probe.Blocking = false;
        try
        {
            probe.Connect(endpoint);
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode != SocketError.ConnectionRefused;
        }
    }
}
