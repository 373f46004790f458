using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Stats;

namespace Vexera.Sandbox.Dns;

/// <summary>
/// A DNS server over UDP that takes every name for the sandbox's own, 127.0.0.1, unless a <see cref="DnsFault"/> says otherwise.
/// It listens where <see cref="SandboxOptions.Dns"/> says, or not at all.
/// </summary>
internal sealed class DnsServer(SandboxOptions options, SandboxFaults faults, SandboxStats stats, TimeProvider clock) : IHostedService, IDisposable
{
    private const int LongestQuestion = 4096;
    private const int ServerFailure = 2;
    private const int NoSuchName = 3;
    private const int Refused = 5;
    private Socket? _socket;
    private Task _serving = Task.CompletedTask;
    private volatile bool _isOver;

    /// <summary>Where it listens, with the port that it got; null when it does not.</summary>
    public IPEndPoint? EndPoint => (IPEndPoint?)_socket?.LocalEndPoint;

    /// <exception cref="SandboxStartException">It cannot listen there.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Dns is not { } address)
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
            throw new SandboxStartException(address.ToString(), $"The sandbox's DNS server cannot listen on {address}: {error.Message}", error);
        }

        _serving = ServeAsync(_socket);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return _serving;
    }

    public void Dispose()
    {
        _isOver = true;
        _socket?.Dispose();
    }

    private async Task ServeAsync(Socket socket)
    {
        var anyone = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (!_isOver)
        {
            try
            {
                var packet = new byte[LongestQuestion];
                var received = await socket.ReceiveFromAsync(packet, anyone).ConfigureAwait(false);
                _ = AnswerAsync(socket, packet.AsMemory(0, received.ReceivedBytes), received.RemoteEndPoint);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // The server is over, or a client has gone and there may be others.
            }
        }
    }

    private async Task AnswerAsync(Socket socket, ReadOnlyMemory<byte> packet, EndPoint client)
    {
        if (!DnsQuestion.TryRead(packet.Span, out var question))
        {
            return;
        }

        stats.RecordQuestion(question.Name, question.TypeName);
        var fault = faults.TakeDns(question.Name, question.TypeName) ?? new DnsFault();
        try
        {
            if (fault.Delay > TimeSpan.Zero)
            {
                await Task.Delay(fault.Delay, clock).ConfigureAwait(false);
            }

            if (Reply(packet.Span, question, fault) is { } reply)
            {
                await socket.SendToAsync(reply, client).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Nobody is there to be answered, or nobody to answer.
        }
    }

    private static byte[]? Reply(ReadOnlySpan<byte> packet, DnsQuestion question, DnsFault fault) => fault.Answer switch
    {
        DnsAnswer.Servfail => DnsReply.Failure(packet, question, ServerFailure),
        DnsAnswer.Nxdomain => DnsReply.Failure(packet, question, NoSuchName),
        DnsAnswer.Refused => DnsReply.Failure(packet, question, Refused),
        DnsAnswer.Garbage => DnsReply.Garbage(packet, question),
        DnsAnswer.Truncated => DnsReply.CutOff(packet, question),
        DnsAnswer.Silent => null,
        _ => DnsReply.Addresses(packet, question, fault.Addresses ?? [IPAddress.Loopback]),
    };
}
