using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Events;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#invites"/></summary>
internal static class InviteEvents
{
    public static WorldEvent Created(Invite invite) => Of("INVITE_CREATE", invite, json =>
    {
        json.WritePropertyName("inviter");
        UserJson.Write(json, invite.Inviter);
        json.WriteTime("expires_at", invite.ExpiresAt);
        InviteJson.WriteMetadata(json, invite);
    });

    public static WorldEvent Deleted(Invite invite) => Of("INVITE_DELETE", invite, null);

    private static WorldEvent Of(string name, Invite invite, Action<System.Text.Json.Utf8JsonWriter>? more) =>
        new(name, (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", invite.GuildId);
            json.WriteId("channel_id", invite.ChannelId);
            json.WriteString("code", invite.Code);
            more?.Invoke(json);
            json.WriteEndObject();
        })
        {
            GuildId = invite.GuildId,
            ChannelId = invite.ChannelId,
            Requires = Permission.ManageChannels,
            Subject = invite,
        };
}
