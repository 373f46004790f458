using System.Text.Json;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary>Lets clients into voice channels; there is no voice server behind them.</summary>
internal sealed class VoiceStateHandler(SandboxWorld world)
{
    public void Handle(GatewaySession session, JsonElement data)
    {
        var guildId = data.TryGetProperty("guild_id", out var guild) ? GuildExtrasHandler.Id(guild) : throw ClientFrame.Undecodable("guild_id is missing");
        ulong? channelId = data.TryGetProperty("channel_id", out var channel) && channel.ValueKind != JsonValueKind.Null
            ? GuildExtrasHandler.Id(channel)
            : null;
        if (!world.Guilds.IsMember(guildId, session.User.Id) || (channelId is { } target && !MayJoin(guildId, target, session.User.Id)))
        {
            return;
        }

        world.VoiceStates.Set(guildId, session.User.Id, channelId, state => state with { SelfMute = Is(data, "self_mute"), SelfDeaf = Is(data, "self_deaf") });
        if (channelId is not null)
        {
            session.Append(NoVoiceServer(guildId));
        }
    }

    private bool MayJoin(ulong guildId, ulong channelId, ulong userId) =>
        world.Channels.Find(channelId) is { IsVoice: true } channel && channel.GuildId == guildId
        && world.Channels.PermissionsOf(userId, channel).HasFlag(Permission.Connect);

    private static bool Is(JsonElement data, string name) => data.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    // A null endpoint tells clients that no server is there for now.
    private static WorldEvent NoVoiceServer(ulong guildId) => new("VOICE_SERVER_UPDATE", (json, _) =>
    {
        json.WriteStartObject();
        json.WriteString("token", "sandbox");
        json.WriteId("guild_id", guildId);
        json.WriteNull("endpoint");
        json.WriteEndObject();
    })
    { GuildId = guildId };
}
