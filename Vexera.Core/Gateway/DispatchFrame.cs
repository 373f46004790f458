namespace Vexera.Core.Gateway;

/// <summary>One opcode-0 frame, still in JSON.</summary>
/// <param name="ShardId">The shard that received it.</param>
/// <param name="ShardCount">Of how many; shards with the same number of two counts are two shards.</param>
/// <param name="SessionId">Discord's id of the session; what the sequence counts in.</param>
/// <param name="Sequence">The frame's <c>s</c>, rising within a session.</param>
/// <param name="Name">The frame's <c>t</c> in UTF-8, such as <c>MESSAGE_CREATE</c>.</param>
/// <param name="Data">The frame's <c>d</c> in UTF-8 JSON.</param>
/// <param name="ReceivedAt">When the frame was complete: a timestamp of the TimeProvider.</param>
/// <param name="Buffer">Owns <paramref name="Name"/> and <paramref name="Data"/>.</param>
internal readonly record struct DispatchFrame(
    int ShardId,
    int ShardCount,
    string SessionId,
    long Sequence,
    ReadOnlyMemory<byte> Name,
    ReadOnlyMemory<byte> Data,
    long ReceivedAt,
    FrameBuffer Buffer);
