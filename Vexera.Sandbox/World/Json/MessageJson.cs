using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/message#message-object"/></summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter json, Message message, Viewer viewer)
    {
        json.WriteStartObject();
        WriteFields(json, message, viewer);
        json.WriteEndObject();
    }

    /// <summary>Without <c>guild_id</c> and <c>member</c>, which only the gateway adds.</summary>
    public static void WriteFields(Utf8JsonWriter json, Message message, Viewer viewer, Guild? membersOf = null)
    {
        var readable = IsReadable(message, viewer);
        json.WriteId("id", message.Id);
        json.WriteId("channel_id", message.ChannelId);
        json.WriteNumber("type", (int)message.Type);
        json.WriteString("content", readable ? message.Content : "");
        json.WritePropertyName("author");
        UserJson.Write(json, message.Author);
        json.WriteTime("timestamp", message.Timestamp);
        json.WriteTime("edited_timestamp", message.EditedTimestamp);
        json.WriteBoolean("tts", message.Tts);
        json.WriteBoolean("mention_everyone", message.MentionEveryone);
        json.WriteArray("mentions", message.Mentions, (writer, user) => WriteMention(writer, user, membersOf));
        json.WriteIds("mention_roles", message.MentionRoles);
        json.WriteArray("attachments", readable ? message.Attachments : [], AttachmentJson.Write);
        json.WriteArray("embeds", readable ? message.Embeds : [], EmbedJson.Write);
        json.WriteArray("components", readable ? message.Components : [], static (writer, component) => component.WriteTo(writer));
        json.WriteBoolean("pinned", message.Pinned);
        json.WriteNumber("flags", (int)message.Flags);
        if (message.Reactions.Length > 0)
        {
            json.WriteArray("reactions", message.Reactions, (writer, reaction) => ReactionJson.Write(writer, reaction, viewer.UserId));
        }

        WriteOrigin(json, message);
        if (message.Reference is { } reference)
        {
            WriteReference(json, message, reference, viewer);
        }
    }

    /// <summary>Without the Message Content intent a bot reads its own words, direct messages and what mentions it.</summary>
    public static bool IsReadable(Message message, Viewer viewer) =>
        viewer.MessageContent
        || message.GuildId is null
        || message.Author.Id == viewer.UserId
        || message.Mentions.Any(user => user.Id == viewer.UserId);

    private static void WriteOrigin(Utf8JsonWriter json, Message message)
    {
        if (message.Nonce is { } nonce)
        {
            json.WriteElement("nonce", nonce);
        }

        if (message.WebhookId is { } webhook)
        {
            json.WriteId("webhook_id", webhook);
        }

        if (message.ApplicationId is { } application)
        {
            json.WriteId("application_id", application);
        }

        if (message.Interaction is { } interaction)
        {
            InteractionJson.WriteOrigin(json, interaction);
        }
    }

    private static void WriteReference(Utf8JsonWriter json, Message message, MessageReference reference, Viewer viewer)
    {
        json.WriteStartObject("message_reference");
        json.WriteNumber("type", 0);
        json.WriteId("channel_id", reference.ChannelId);
        if (reference.MessageId is { } target)
        {
            json.WriteId("message_id", target);
        }

        if (reference.GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
        }

        json.WriteEndObject();
        if (message.Type is not MessageType.Reply)
        {
            return;
        }

        json.WritePropertyName("referenced_message");
        if (message.Referenced is { } referenced)
        {
            Write(json, referenced with { Referenced = null, Reference = null }, viewer);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteMention(Utf8JsonWriter json, User user, Guild? membersOf)
    {
        json.WriteStartObject();
        UserJson.WriteFields(json, user);
        if (membersOf is not null && membersOf.Members.TryGetValue(user.Id, out var member))
        {
            json.WritePropertyName("member");
            MemberJson.WritePartial(json, member);
        }

        json.WriteEndObject();
    }
}
