using System.Net.Sockets;

namespace Vexera.Core.Net.Local;

/// <summary>
/// Connections between processes of one machine by the path of a file: Unix domain sockets, which Windows 10 has too
/// (https://man7.org/linux/man-pages/man7/unix.7.html).
/// </summary>
internal static class LocalSocket
{
    /// <summary>How many bytes a path may have, the closing zero left out: 107, and 103 on macOS.</summary>
    public static int MostPathBytes => OperatingSystem.IsMacOS() ? 103 : 107;

    /// <summary>Connects to who listens; disposing the stream closes the connection.</summary>
    /// <param name="path">The full path of the socket's file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when nobody listens there.</returns>
    /// <exception cref="LocalSocketException">The path is too long, or another user's.</exception>
    public static async Task<Stream?> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var endpoint = EndPointOf(path);
        var socket = Create();
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            return e.SocketErrorCode == SocketError.AccessDenied ? throw LocalSocketException.Denied(path, e) : null;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A new socket of this kind.</summary>
    internal static Socket Create() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <summary>The address of a path.</summary>
    /// <exception cref="LocalSocketException">The path is too long.</exception>
    internal static UnixDomainSocketEndPoint EndPointOf(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentException e)
        {
            throw LocalSocketException.TooLong(path, MostPathBytes, e);
        }
    }
}
