using System.Collections.Immutable;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Gateway.Sessions;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#ready"/></summary>
internal sealed record ReadyPayload(
    int Version,
    User User,
    Application? Application,
    ImmutableArray<ulong> Guilds,
    string SessionId,
    string ResumeUrl,
    ShardId? Shard,
    ImmutableArray<Channel> DirectChannels)
{
    public static WorldEvent Event(ReadyPayload ready) => new("READY", (json, _) =>
    {
        json.WriteStartObject();
        json.WriteNumber("v", ready.Version);
        json.WriteStartObject("user_settings");
        json.WriteEndObject();
        json.WritePropertyName("user");
        UserJson.WriteSelf(json, ready.User);
        json.WriteString("session_type", "normal");
        json.WriteString("session_id", ready.SessionId);
        json.WriteString("resume_gateway_url", ready.ResumeUrl);
        if (ready.Shard is { } shard)
        {
            json.WriteStartArray("shard");
            json.WriteNumberValue(shard.Id);
            json.WriteNumberValue(shard.Count);
            json.WriteEndArray();
        }

        json.WriteEmptyArray("relationships");
        json.WriteEmptyArray("presences");
        json.WriteArray("private_channels", ready.Application is null ? ready.DirectChannels : [], (writer, channel) =>
            ChannelJson.WriteDirect(writer, channel, ready.User.Id));
        json.WriteArray("guilds", ready.Guilds, GuildCreateJson.WriteUnavailable);
        json.WriteEmptyArray("guild_join_requests");
        json.WriteEmptyArray("geo_ordered_rtc_regions");
        if (ready.Application is { } application)
        {
            json.WritePropertyName("application");
            ApplicationJson.WritePartial(json, application);
        }

        json.WriteStartArray("_trace");
        json.WriteStringValue("[\"vexera-sandbox\"]");
        json.WriteEndArray();
        json.WriteEndObject();
    })
    { UserId = ready.User.Id };
}
