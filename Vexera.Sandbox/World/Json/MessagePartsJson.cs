using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/message#attachment-object"/></summary>
internal static class AttachmentJson
{
    public static void Write(Utf8JsonWriter json, Attachment attachment)
    {
        json.WriteStartObject();
        json.WriteId("id", attachment.Id);
        json.WriteString("filename", attachment.Filename);
        json.WriteNumber("size", attachment.Content.Length);
        json.WriteString("url", attachment.Url);
        json.WriteString("proxy_url", attachment.Url);
        if (attachment.ContentType is { } type)
        {
            json.WriteString("content_type", type);
        }

        if (attachment.Description is { } description)
        {
            json.WriteString("description", description);
        }

        if (attachment.Ephemeral)
        {
            json.WriteBoolean("ephemeral", true);
        }

        json.WriteEndObject();
    }
}

/// <summary><see href="https://discord.com/developers/docs/resources/message#embed-object"/></summary>
internal static class EmbedJson
{
    public static void Write(Utf8JsonWriter json, JsonElement embed)
    {
        json.WriteStartObject();
        if (!embed.TryGetProperty("type", out _))
        {
            json.WriteString("type", "rich");
        }

        foreach (var property in embed.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteEndObject();
    }
}

/// <summary><see href="https://discord.com/developers/docs/resources/message#reaction-object"/></summary>
internal static class ReactionJson
{
    public static void Write(Utf8JsonWriter json, Reaction reaction, ulong viewerId)
    {
        json.WriteStartObject();
        json.WritePropertyName("emoji");
        WriteEmoji(json, reaction);
        json.WriteNumber("count", reaction.Users.Length);
        json.WriteStartObject("count_details");
        json.WriteNumber("burst", 0);
        json.WriteNumber("normal", reaction.Users.Length);
        json.WriteEndObject();
        json.WriteEmptyArray("burst_colors");
        json.WriteBoolean("me_burst", false);
        json.WriteBoolean("me", reaction.Users.Contains(viewerId));
        json.WriteEndObject();
    }

    public static void WriteEmoji(Utf8JsonWriter json, Reaction reaction)
    {
        json.WriteStartObject();
        json.WriteId("id", reaction.EmojiId);
        json.WriteString("name", reaction.EmojiName);
        json.WriteEndObject();
    }
}
