using System.Net.WebSockets;

namespace Vexera.Sandbox.Gateway.Encoding;

/// <summary>One compression context for the whole connection, flushed after each message.</summary>
internal abstract class StreamEncoder : IFrameEncoder
{
    private const int LargestKept = 256 * 1024;
    private readonly Stream _compressor;
    private readonly MemoryStream _buffer;

    protected StreamEncoder(MemoryStream buffer, Stream compressor)
    {
        _buffer = buffer;
        _compressor = compressor;
    }

    public EncodedFrame Encode(ReadOnlyMemory<byte> json)
    {
        _buffer.SetLength(0);
        if (_buffer.Capacity > LargestKept)
        {
            _buffer.Capacity = LargestKept;
        }

        _compressor.Write(json.Span);
        _compressor.Flush();
        return new EncodedFrame(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), WebSocketMessageType.Binary);
    }

    public void Dispose()
    {
        _compressor.Dispose();
        _buffer.Dispose();
    }
}
