namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Looks at a frame's first bytes only, where the simulator writes the name of the event.</summary>
internal sealed class FrameCounter(MessageCounter messages) : IFrameReader
{
    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<byte> frame)
    {
        if (IsMessage(frame))
            messages.Add();
        return IsGuild(frame);
    }

    /// <summary>Whether a frame is a MESSAGE_CREATE.</summary>
    public static bool IsMessage(ReadOnlySpan<byte> frame) => frame.StartsWith("{\"t\":\"MESSAGE_CREATE\""u8);

    /// <summary>Whether a frame is a GUILD_CREATE.</summary>
    public static bool IsGuild(ReadOnlySpan<byte> frame) => frame.StartsWith("{\"t\":\"GUILD_CREATE\""u8);
}
