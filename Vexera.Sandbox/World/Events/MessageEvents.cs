using System.Collections.Immutable;
using System.Text.Json;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Events;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#messages"/></summary>
internal static class MessageEvents
{
    public static WorldEvent Created(Message message, Channel channel, Guild? guild) => OfMessage("MESSAGE_CREATE", message, channel, guild);

    public static WorldEvent Updated(Message message, Channel channel, Guild? guild) => OfMessage("MESSAGE_UPDATE", message, channel, guild);

    public static WorldEvent Deleted(Message message, Channel channel) =>
        InChannel(channel, "MESSAGE_DELETE", message, json => json.WriteId("id", message.Id)) with { Recipients = Audience(message, channel) };

    public static WorldEvent BulkDeleted(Channel channel, ImmutableArray<ulong> ids) =>
        InChannel(channel, "MESSAGE_DELETE_BULK", ids, json => json.WriteIds("ids", ids));

    public static WorldEvent Reacted(Message message, Channel channel, Reaction reaction, ulong userId, Member? member) =>
        InChannel(channel, "MESSAGE_REACTION_ADD", message, json =>
        {
            WriteReaction(json, message, reaction, userId);
            json.WriteId("message_author_id", message.Author.Id);
            if (member is not null)
            {
                json.WritePropertyName("member");
                MemberJson.Write(json, member);
            }
        }) with
        { UserId = userId };

    public static WorldEvent Unreacted(Message message, Channel channel, Reaction reaction, ulong userId) =>
        InChannel(channel, "MESSAGE_REACTION_REMOVE", message, json => WriteReaction(json, message, reaction, userId)) with { UserId = userId };

    public static WorldEvent ReactionsCleared(Message message, Channel channel) =>
        InChannel(channel, "MESSAGE_REACTION_REMOVE_ALL", message, json => json.WriteId("message_id", message.Id));

    public static WorldEvent ReactionCleared(Message message, Channel channel, Reaction reaction) =>
        InChannel(channel, "MESSAGE_REACTION_REMOVE_EMOJI", message, json =>
        {
            json.WriteId("message_id", message.Id);
            json.WritePropertyName("emoji");
            ReactionJson.WriteEmoji(json, reaction);
        });

    /// <summary>To the application's bot.</summary>
    public static WorldEvent Interacted(Interaction interaction, InteractionScene scene) =>
        new("INTERACTION_CREATE", (json, _) => InteractionJson.Write(json, interaction, scene))
        {
            GuildId = interaction.GuildId,
            ChannelId = interaction.ChannelId,
            Recipients = [interaction.ApplicationId],
            Subject = interaction,
        };

    /// <summary>Not on the wire: tells subscribers inside the process that an interaction's state changed.</summary>
    public static WorldEvent InteractionChanged(Interaction interaction) =>
        new("SANDBOX_INTERACTION_UPDATE", static (json, _) =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        })
        { GuildId = interaction.GuildId, ChannelId = interaction.ChannelId, Recipients = [], Subject = interaction };

    private static WorldEvent OfMessage(string name, Message message, Channel channel, Guild? guild) =>
        new(name, (json, viewer) =>
        {
            json.WriteStartObject();
            MessageJson.WriteFields(json, message, viewer, guild);
            GuildEvents.WriteGuild(json, message.GuildId);
            if (message.WebhookId is null && guild is not null && guild.Members.TryGetValue(message.Author.Id, out var member))
            {
                json.WritePropertyName("member");
                MemberJson.WritePartial(json, member);
            }

            json.WriteEndObject();
        })
        {
            GuildId = message.GuildId,
            ChannelId = message.ChannelId,
            Requires = Permission.ViewChannel,
            Recipients = Audience(message, channel),
            UserId = message.Author.Id,
            Subject = message,
        };

    private static ImmutableArray<ulong>? Audience(Message message, Channel channel) =>
        message.VisibleTo is { } only ? [only]
        : channel.IsDm ? [.. channel.Recipients.Select(user => user.Id)]
        : null;

    private static WorldEvent InChannel(Channel channel, string name, object subject, Action<Utf8JsonWriter> write) =>
        new(name, (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("channel_id", channel.Id);
            GuildEvents.WriteGuild(json, channel.GuildId);
            write(json);
            json.WriteEndObject();
        })
        {
            GuildId = channel.GuildId,
            ChannelId = channel.Id,
            Requires = Permission.ViewChannel,
            Recipients = channel.IsDm ? [.. channel.Recipients.Select(user => user.Id)] : null,
            Subject = subject,
        };

    private static void WriteReaction(Utf8JsonWriter json, Message message, Reaction reaction, ulong userId)
    {
        json.WriteId("message_id", message.Id);
        json.WriteId("user_id", userId);
        json.WritePropertyName("emoji");
        ReactionJson.WriteEmoji(json, reaction);
        json.WriteBoolean("burst", false);
        json.WriteNumber("type", 0);
    }
}
