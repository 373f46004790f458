using System.Runtime.CompilerServices;

namespace Vexera.Core.Gateway.Transport;

/// <summary>
/// A connection from which as much is read at once as lies ready. A WebSocket asks for a header and then for a payload; each
/// question would otherwise pass all layers below it, and many would reach the system. One reader and one sender at a time.
/// </summary>
/// <param name="connection">The connection; disposed of with this.</param>
/// <param name="size">How many bytes are read at most at once.</param>
internal sealed class ReadAheadStream(Stream connection, int size) : Stream
{
    private readonly byte[] _ahead = GC.AllocateUninitializedArray<byte>(size);
    private int _next;
    private int _end;

    /// <inheritdoc/>
    public override bool CanRead => connection.CanRead;

    /// <inheritdoc/>
    public override bool CanWrite => connection.CanWrite;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_next < _end)
            return new ValueTask<int>(Take(buffer.Span));
        // What is as long as that anyway needs no detour.
        if (buffer.Length >= _ahead.Length)
            return connection.ReadAsync(buffer, cancellationToken);
        var reading = connection.ReadAsync(_ahead, cancellationToken);
        return reading.IsCompletedSuccessfully ? new ValueTask<int>(Take(buffer.Span, reading.Result)) : FinishAsync(reading, buffer);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_next == _end)
            (_next, _end) = (0, connection.Read(_ahead));
        return Take(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        connection.WriteAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        connection.WriteAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => connection.Write(buffer, offset, count);

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override void Flush() => connection.Flush();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            connection.Dispose();
        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> FinishAsync(ValueTask<int> reading, Memory<byte> buffer)
    {
        var read = await reading;
        return Take(buffer.Span, read);
    }

    private int Take(Span<byte> buffer, int read)
    {
        (_next, _end) = (0, read);
        return Take(buffer);
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _end - _next);
        _ahead.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }
}
