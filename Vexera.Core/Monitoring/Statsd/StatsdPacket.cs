using System.Text;

namespace Vexera.Core.Monitoring.Statsd;

/// <summary>
/// A datagram that is filled with lines. It stays whole on its way through Ethernet with IPv6 and the headers of a tunnel.
/// </summary>
internal sealed class StatsdPacket
{
    /// <summary>Most bytes.</summary>
    public const int Capacity = 1_432;

    private readonly byte[] _bytes = new byte[Capacity];
    private int _length;

    /// <summary>What is in it.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>Adds a line.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryAdd(string line)
    {
        var start = _length == 0 ? 0 : _length + 1;
        if (start > Capacity || !Encoding.UTF8.TryGetBytes(line, _bytes.AsSpan(start), out var written))
            return false;
        if (start > 0)
            _bytes[_length] = (byte)'\n';
        _length = start + written;
        return true;
    }

    /// <summary>Empties it.</summary>
    public void Clear() => _length = 0;
}
