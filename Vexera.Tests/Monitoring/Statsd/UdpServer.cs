using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vexera.Tests.Monitoring.Statsd;

/// <summary>A UDP socket on this machine that keeps what it gets.</summary>
internal sealed class UdpServer : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Lock _lock = new();
    private readonly List<byte[]> _datagrams = [];

    /// <param name="reads">Whether anybody takes from the socket what comes.</param>
    public UdpServer(bool reads = true)
    {
        // All of an interval may come at once.
        _socket.Client.ReceiveBufferSize = 4 * 1024 * 1024;
        if (reads)
            _ = ReadAsync();
    }

    public int Port => ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;

    public IReadOnlyList<byte[]> Datagrams
    {
        get
        {
            lock (_lock)
                return [.. _datagrams];
        }
    }

    public IReadOnlyList<string> Lines => [.. Datagrams.SelectMany(datagram => Encoding.UTF8.GetString(datagram).Split('\n'))];

    public void Dispose() => _socket.Dispose();

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync();
                lock (_lock)
                    _datagrams.Add(received.Buffer);
            }
        }
        catch (ObjectDisposedException)
        {
            // Disposed of.
        }
    }
}
