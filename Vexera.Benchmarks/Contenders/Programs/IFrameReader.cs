namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>What a bare loop does with each frame.</summary>
internal interface IFrameReader
{
    /// <summary>Takes a whole frame in UTF-8. Shards call it side by side.</summary>
    /// <returns>Whether it is a GUILD_CREATE, by which the loop knows when a shard has booted.</returns>
    bool Read(ReadOnlySpan<byte> frame);
}
