using System.Threading.Channels;

namespace Vexera.Tests.Gateway.Transport;

/// <summary>A connection that brings what a test says piece by piece, one for each read at most, and counts reads and bytes written.</summary>
internal sealed class PieceStream : Stream
{
    private readonly Channel<byte[]> _pieces = Channel.CreateUnbounded<byte[]>();
    private ReadOnlyMemory<byte> _rest;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    /// <summary>What was written to it.</summary>
    public List<byte> Written { get; } = [];

    /// <summary>Whether it was disposed of.</summary>
    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Bytes arrive.</summary>
    public void Say(byte[] piece) => _pieces.Writer.TryWrite(piece);

    /// <summary>The connection ends, or breaks.</summary>
    public void End(Exception? failure = null) => _pieces.Writer.TryComplete(failure);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        if (_rest.IsEmpty && await _pieces.Reader.WaitToReadAsync(cancellationToken) && _pieces.Reader.TryRead(out var piece))
            _rest = piece;
        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var reading = ReadAsync(buffer.AsMemory(offset, count));
        return reading.IsCompleted ? reading.Result : throw new InvalidOperationException("Nothing lies ready.");
    }

    public override void Write(byte[] buffer, int offset, int count) => Written.AddRange(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
