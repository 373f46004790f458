using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Vexera.Sandbox.Stats;

namespace Vexera.Sandbox.Statsd;

/// <summary>
/// A StatsD server over UDP that counts what it is sent. It listens where <see cref="SandboxOptions.Statsd"/> says, or not at all.
/// </summary>
internal sealed class StatsdServer(SandboxOptions options, SandboxStats stats) : IHostedService, IDisposable
{
    /// <summary>The counter of datagrams.</summary>
    public const string Datagrams = "statsd_datagrams";

    /// <summary>The counter of metrics in them: lines that are not empty.</summary>
    public const string Metrics = "statsd_metrics";

    private const int LongestDatagram = 65_535;
    private const byte LineEnd = (byte)'\n';
    private Socket? _socket;
    private Task _listening = Task.CompletedTask;
    private volatile bool _isOver;

    /// <summary>Where it listens, with the port that it got; null when it does not.</summary>
    public IPEndPoint? EndPoint => (IPEndPoint?)_socket?.LocalEndPoint;

    /// <exception cref="SandboxStartException">It cannot listen there.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Statsd is not { } address)
        {
            return Task.CompletedTask;
        }

        _socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.Bind(address);
        }
        catch (SocketException error)
        {
            throw new SandboxStartException(address.ToString(), $"The sandbox's StatsD server cannot listen on {address}: {error.Message}", error);
        }

        _listening = ListenAsync(_socket);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return _listening;
    }

    public void Dispose()
    {
        _isOver = true;
        _socket?.Dispose();
    }

    private async Task ListenAsync(Socket socket)
    {
        var datagram = new byte[LongestDatagram];
        while (!_isOver)
        {
            try
            {
                var length = await socket.ReceiveAsync(datagram).ConfigureAwait(false);
                stats.Increment(Metrics, Lines(datagram.AsSpan(0, length)));
                stats.Increment(Datagrams);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // The server is over, or a datagram was too long and there may be others.
            }
        }
    }

    private static int Lines(ReadOnlySpan<byte> datagram)
    {
        var lines = 0;
        foreach (var line in datagram.Split(LineEnd))
        {
            lines += datagram[line].IsEmpty ? 0 : 1;
        }

        return lines;
    }
}
