using System.Text.Json;
using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Gateway.Sessions;

/// <summary>Which part of the guilds a session has. <see href="https://discord.com/developers/docs/events/gateway#sharding"/></summary>
internal readonly record struct ShardId(int Id, int Count)
{
    public static ShardId Only { get; } = new(0, 1);

    public bool Owns(ulong guildId) => Of(guildId, Count) == Id;

    public static int Of(ulong guildId, int count) => (int)((guildId >> 22) % (ulong)count);

    /// <exception cref="ProtocolException">It is not <c>[id, count]</c> with 0 ≤ id &lt; count.</exception>
    public static ShardId Parse(JsonElement shard)
    {
        if (shard.ValueKind == JsonValueKind.Array && shard.GetArrayLength() == 2
            && ClientFrame.Integer(shard[0]) is { } id and >= 0 && ClientFrame.Integer(shard[1]) is { } count && id < count)
        {
            return new ShardId(id, count);
        }

        throw new ProtocolException(GatewayClose.InvalidShard, "invalid-shard", $"shard {shard} must be [id, count] with 0 <= id < count");
    }

    public override string ToString() => $"{Id}/{Count}";
}
