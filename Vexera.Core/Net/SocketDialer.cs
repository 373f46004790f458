using System.Net;
using System.Net.Sockets;

namespace Vexera.Core.Net;

/// <summary>
/// Dials with a socket that sends at once and finds out within half a minute when its peer has vanished: by probes while
/// nothing is said, and on Linux by TCP_USER_TIMEOUT when something sent is not acknowledged
/// (https://man7.org/linux/man-pages/man7/tcp.7.html).
/// </summary>
internal sealed class SocketDialer : ISocketDialer
{
    private const int IdleSeconds = 15;
    private const int ProbeSeconds = 5;
    private const int Probes = 3;
    private const int LinuxTcp = 6;
    private const int LinuxUserTimeout = 18;

    // TCP_USER_TIMEOUT also overrules the count of probes: shorter than all of them together, one lost probe would be the end.
    private const int UserTimeoutMilliseconds = (IdleSeconds + (Probes * ProbeSeconds)) * 1000;

    /// <inheritdoc/>
    public async Task<Stream> DialAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            FindDeadPeers(socket);
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void FindDeadPeers(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, IdleSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, ProbeSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
        if (!OperatingSystem.IsLinux())
            return;
        Span<byte> milliseconds = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(milliseconds, UserTimeoutMilliseconds);
        socket.SetRawSocketOption(LinuxTcp, LinuxUserTimeout, milliseconds);
    }
}
