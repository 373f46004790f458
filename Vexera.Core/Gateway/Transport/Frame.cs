namespace Vexera.Core.Gateway.Transport;

/// <summary>One whole frame, decompressed.</summary>
/// <param name="Buffer">Holds the bytes; the taker releases it.</param>
/// <param name="Length">How many bytes of the buffer are the frame.</param>
internal readonly record struct Frame(FrameBuffer Buffer, int Length)
{
    /// <summary>The frame's bytes, valid until the buffer is released.</summary>
    public ReadOnlyMemory<byte> Bytes => Buffer.Bytes.AsMemory(0, Length);
}
