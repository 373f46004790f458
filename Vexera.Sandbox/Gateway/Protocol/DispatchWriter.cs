using System.Buffers;
using System.Text.Json;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Gateway.Protocol;

/// <summary>Writes dispatch frames into one buffer, again and again.</summary>
internal sealed class DispatchWriter : IDisposable
{
    private const int LargestKept = 256 * 1024;
    private ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    public DispatchWriter() => _json = new Utf8JsonWriter(_buffer, JsonBytes.Options);

    /// <summary>The frame; good until the next call.</summary>
    public ReadOnlyMemory<byte> Write(long sequence, WorldEvent happened, Viewer viewer)
    {
        if (_buffer.Capacity > LargestKept)
        {
            _buffer = new ArrayBufferWriter<byte>(4096);
        }

        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("t", happened.Name);
        _json.WriteNumber("s", sequence);
        _json.WriteNumber("op", (int)GatewayOpcode.Dispatch);
        _json.WritePropertyName("d");
        happened.Write(_json, viewer);
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}
