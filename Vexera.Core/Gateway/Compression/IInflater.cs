using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Core.Gateway.Compression;

/// <summary>The decompressing end of one connection's stream; it may be fed in pieces of any size.</summary>
internal interface IInflater : IDisposable
{
    /// <summary>Appends to <paramref name="frame"/> all that can be said after these bytes.</summary>
    /// <exception cref="BadFrameException">The stream is broken, or the frame too long. The stream is of no use afterwards.</exception>
    void Inflate(ReadOnlyMemory<byte> compressed, FrameBuilder frame);

    /// <summary>Whether the bytes so far end a payload, so that the end of a message may end a frame.</summary>
    bool AtPayloadEnd { get; }
}
