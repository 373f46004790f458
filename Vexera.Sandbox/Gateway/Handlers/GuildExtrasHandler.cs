using System.Globalization;
using System.Text.Json;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary>Answers requests for what the sandbox's guilds have none of: soundboards and voice channel texts.</summary>
internal sealed class GuildExtrasHandler(SandboxWorld world)
{
    public void SendSounds(GatewaySession session, JsonElement data)
    {
        if (!data.TryGetProperty("guild_ids", out var ids) || ids.ValueKind != JsonValueKind.Array)
        {
            throw ClientFrame.Undecodable("guild_ids must be an array");
        }

        foreach (var guildId in ids.EnumerateArray().Select(Id).Where(id => Owns(session, id)))
        {
            session.Append(Empty("SOUNDBOARD_SOUNDS", guildId, "soundboard_sounds"));
        }
    }

    public void SendChannelInfo(GatewaySession session, JsonElement data)
    {
        var guildId = data.TryGetProperty("guild_id", out var id) ? Id(id) : throw ClientFrame.Undecodable("guild_id is missing");
        if (Owns(session, guildId))
        {
            session.Append(Empty("CHANNEL_INFO", guildId, "channels"));
        }
    }

    /// <exception cref="ProtocolException">It is no id.</exception>
    public static ulong Id(JsonElement id) =>
        id.ValueKind == JsonValueKind.String && ulong.TryParse(id.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known
        : id.ValueKind == JsonValueKind.Number && id.TryGetUInt64(out var number) ? number
        : throw ClientFrame.Undecodable($"{id} is no id");

    private bool Owns(GatewaySession session, ulong guildId) =>
        session.Shard.Owns(guildId) && world.Guilds.IsMember(guildId, session.User.Id);

    private static WorldEvent Empty(string name, ulong guildId, string list) => new(name, (json, _) =>
    {
        json.WriteStartObject();
        json.WriteId("guild_id", guildId);
        json.WriteEmptyArray(list);
        json.WriteEndObject();
    })
    { GuildId = guildId };
}
