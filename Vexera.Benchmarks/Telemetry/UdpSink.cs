using System.Net;
using System.Net.Sockets;

namespace Vexera.Benchmarks.Telemetry;

/// <summary>Takes datagrams on this machine and counts them.</summary>
internal sealed class UdpSink : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private long _datagrams;

    public UdpSink() => _ = TakeAsync();

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;

    /// <summary>How many came.</summary>
    public long Datagrams => Interlocked.Read(ref _datagrams);

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                await _socket.ReceiveAsync();
                Interlocked.Increment(ref _datagrams);
            }
        }
        catch (ObjectDisposedException)
        {
            // Disposed of.
        }
    }
}
