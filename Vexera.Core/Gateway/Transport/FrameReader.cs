using System.Buffers;
using System.Runtime.CompilerServices;
using Vexera.Core.Gateway.Compression;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Core.Gateway.Transport;

/// <summary>Reads one connection's messages into whole, decompressed frames.</summary>
internal sealed class FrameReader : IDisposable
{
    private const int PieceSize = 8 * 1024;
    private readonly IGatewayTransport _transport;
    private readonly ArrayPool<byte> _pool;
    private readonly int _maxBytes;
    private readonly FrameBuilder _frame;
    private readonly IInflater? _inflater;
    private readonly byte[] _piece;
    private long _compressedBytes;
    private bool _isJoined;
    private volatile bool _isWaiting;

    public FrameReader(IGatewayTransport transport, GatewayCompression compression, int maxBytes, ArrayPool<byte> pool)
    {
        _transport = transport;
        _pool = pool;
        _maxBytes = maxBytes;
        _frame = new FrameBuilder(pool, maxBytes);
        _inflater = compression switch
        {
            GatewayCompression.ZlibStream => new ZlibInflater(),
            GatewayCompression.ZstdStream => new ZstdInflater(),
            _ => null,
        };
        _piece = _inflater is null ? [] : pool.Rent(PieceSize);
    }

    /// <summary>How the connection ended, once <see cref="ReadAsync"/> has answered null.</summary>
    public Closure? Ended { get; private set; }

    /// <summary>Whether all that arrived is read, and the reader waits for more.</summary>
    public bool IsWaiting => _isWaiting;

    /// <summary>The next frame, or null when the connection ended.</summary>
    /// <exception cref="BadFrameException">A frame too long or a broken stream: the connection cannot go on.</exception>
    public ValueTask<Frame?> ReadAsync()
    {
        // What lies ready is taken without an asynchronous method; most frames do.
        while (true)
        {
            var reading = _transport.ReadAsync(Destination());
            if (!reading.IsCompleted)
                return FinishAsync(reading);
            if (IsWhole(reading.Result, out var frame))
                return new ValueTask<Frame?>(frame);
        }
    }

    /// <summary>Returns the buffers. Not while a read is pending.</summary>
    public void Dispose()
    {
        _frame.Dispose();
        _inflater?.Dispose();
        if (_piece.Length > 0)
            _pool.Return(_piece);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Frame?> FinishAsync(ValueTask<TransportRead> reading)
    {
        while (true)
        {
            _isWaiting = !reading.IsCompleted;
            var read = await reading;
            _isWaiting = false;
            if (IsWhole(read, out var frame))
                return frame;
            reading = _transport.ReadAsync(Destination());
        }
    }

    private Memory<byte> Destination() => _inflater is null ? _frame.Free() : _piece;

    // Takes what was read; answers whether that completes a frame, or ends the connection: then there is none.
    private bool IsWhole(in TransportRead read, out Frame? frame)
    {
        frame = null;
        if (read.Ended is not null)
        {
            Ended = read.Ended;
            return true;
        }

        if (_inflater is null)
            _frame.Advance(read.Count);
        else
            Inflate(_inflater, read.Count);
        if (!read.EndOfMessage)
            return false;
        if (_inflater is { AtPayloadEnd: false })
        {
            _isJoined = true;
            return false;
        }

        frame = _frame.Take() with { IsJoined = _isJoined };
        (_compressedBytes, _isJoined) = (0, false);
        return true;
    }

    private void Inflate(IInflater inflater, int count)
    {
        _compressedBytes += count;
        if (_compressedBytes > _maxBytes)
            throw new BadFrameException(BadFrameKind.Oversized, $"A compressed frame is longer than {_maxBytes} bytes.");
        inflater.Inflate(_piece.AsMemory(0, count), _frame);
    }
}
