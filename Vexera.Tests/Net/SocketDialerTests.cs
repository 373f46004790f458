using System.Net;
using System.Net.Sockets;
using Vexera.Core.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net;

public sealed class SocketDialerTests
{
    private const int LinuxTcp = 6;
    private const int LinuxUserTimeout = 18;

    [Fact]
    public async Task DialAsync_Always_ProbesASilentPeer()
    {
        using var socket = await DialAsync();

        socket.NoDelay.ShouldBeTrue();
        socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive).ShouldNotBe(0);
        Seconds(socket, SocketOptionName.TcpKeepAliveTime).ShouldBe(15);
        Seconds(socket, SocketOptionName.TcpKeepAliveInterval).ShouldBe(5);
        Seconds(socket, SocketOptionName.TcpKeepAliveRetryCount).ShouldBe(3);
    }

    [Fact]
    public async Task DialAsync_OnLinux_GivesUpOnAPeerThatDoesNotAcknowledge()
    {
        Requires.Present(OperatingSystem.IsLinux(), "TCP_USER_TIMEOUT is Linux's");
        using var socket = await DialAsync();

        var milliseconds = new byte[sizeof(int)];
        socket.GetRawSocketOption(LinuxTcp, LinuxUserTimeout, milliseconds);

        BitConverter.ToInt32(milliseconds).ShouldBe(30_000);
    }

    private static int Seconds(Socket socket, SocketOptionName option) => (int)socket.GetSocketOption(SocketOptionLevel.Tcp, option)!;

    private static async Task<Socket> DialAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var stream = await new SocketDialer().DialAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        return ((NetworkStream)stream).Socket;
    }
}
