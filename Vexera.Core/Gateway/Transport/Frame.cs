namespace Vexera.Core.Gateway.Transport;

/// <summary>One whole frame, decompressed.</summary>
/// <param name="Buffer">Holds the bytes; the taker releases it.</param>
/// <param name="Length">How many bytes of the buffer are the frame.</param>
/// <param name="IsJoined">Whether it came in several messages of a compressed stream: of a message that is cut off and the next, one frame is made.</param>
internal readonly record struct Frame(FrameBuffer Buffer, int Length, bool IsJoined = false)
{
    /// <summary>The frame's bytes, valid until the buffer is released.</summary>
    public ReadOnlyMemory<byte> Bytes => Buffer.Bytes.AsMemory(0, Length);
}
