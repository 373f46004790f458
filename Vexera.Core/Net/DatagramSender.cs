using System.Net;
using System.Net.Sockets;

namespace Vexera.Core.Net;

/// <summary>
/// Sends datagrams over UDP to a host by name, without DNS on the way: its address comes from the <see cref="AddressCache"/>.
/// For one caller at a time.
/// </summary>
/// <param name="host">A name, or an address.</param>
/// <param name="port">1 to 65535.</param>
/// <param name="addresses">Knows the host's addresses.</param>
internal sealed class DatagramSender(string host, int port, AddressCache addresses) : IDisposable
{
    private Socket? _socket;
    private IPAddress? _address;
    private int _failures;

    /// <summary>Finds out where to send to; quick while that is known. After a failure it is the next of the host's addresses.</summary>
    /// <exception cref="HostUnresolvedException">No address is known.</exception>
    /// <exception cref="SocketException">There is no way to it.</exception>
    public async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        var known = (await addresses.ResolveAsync(host, cancellationToken)).Known;
        var address = known[_failures % known.Count];
        if (_socket is not null && address.Equals(_address))
            return;
        Dispose();
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            // Sends nothing; a connected socket is told when the other end refuses.
            socket.Connect(new IPEndPoint(address, port));
        }
        catch
        {
            _failures++;
            socket.Dispose();
            throw;
        }

        (_socket, _address) = (socket, address);
    }

    /// <summary>Sends; whether it arrives is not known. Call <see cref="ConnectAsync"/> before.</summary>
    /// <returns>False when the other end has refused an earlier datagram. This one was sent all the same.</returns>
    /// <exception cref="SocketException">It cannot be sent.</exception>
    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken)
    {
        var socket = _socket ?? throw new InvalidOperationException("Not connected.");
        try
        {
            try
            {
                await socket.SendAsync(datagram, cancellationToken);
                return true;
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
            {
                // That was the answer to one before; told once, it is forgotten.
                _failures++;
                await socket.SendAsync(datagram, cancellationToken);
                return false;
            }
        }
        catch (SocketException)
        {
            _failures++;
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
