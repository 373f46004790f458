using System.Text.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"/></summary>
internal static class InteractionJson
{
    /// <summary>What the bot receives.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="interaction">What was used.</param>
    /// <param name="scene">Where it was used.</param>
    public static void Write(Utf8JsonWriter json, Interaction interaction, InteractionScene scene)
    {
        json.WriteStartObject();
        json.WriteId("id", interaction.Id);
        json.WriteId("application_id", interaction.ApplicationId);
        json.WriteNumber("type", (int)interaction.Type);
        json.WriteString("token", interaction.Token);
        json.WriteNumber("version", 1);
        json.WriteElement("data", interaction.Data);
        json.WriteId("channel_id", interaction.ChannelId);
        json.WritePropertyName("channel");
        ChannelJson.Write(json, scene.Channel);
        json.WriteString("locale", interaction.Locale);
        json.WritePermissions("app_permissions", scene.AppPermissions);
        json.WriteEmptyArray("entitlements");
        json.WriteStartObject("authorizing_integration_owners");
        json.WriteId("0", interaction.GuildId ?? 0);
        json.WriteEndObject();
        json.WriteNumber("context", interaction.GuildId is null ? 1 : 0);
        json.WriteNumber("attachment_size_limit", 10 * 1024 * 1024);
        WriteUser(json, interaction, scene);
        if (scene.Message is { } message)
        {
            json.WritePropertyName("message");
            MessageJson.Write(json, message, new Viewer(interaction.ApplicationId));
        }

        json.WriteEndObject();
    }

    /// <summary>Both forms of a response's origin: the present one and the one that older libraries read.</summary>
    public static void WriteOrigin(Utf8JsonWriter json, InteractionOrigin origin)
    {
        json.WriteStartObject("interaction_metadata");
        json.WriteId("id", origin.Id);
        json.WriteNumber("type", origin.Type);
        json.WritePropertyName("user");
        UserJson.Write(json, origin.User);
        json.WriteStartObject("authorizing_integration_owners");
        json.WriteId("0", origin.InstalledBy ?? 0);
        json.WriteEndObject();
        if (origin.Name is not null)
        {
            json.WriteString("name", origin.Name);
            json.WriteNumber("command_type", 1);
        }

        if (origin.OriginalResponseMessageId is { } original)
        {
            json.WriteId("original_response_message_id", original);
        }

        if (origin.InteractedMessageId is { } interacted)
        {
            json.WriteId("interacted_message_id", interacted);
        }

        json.WriteEndObject();
        if (origin.Name is not null)
        {
            json.WriteStartObject("interaction");
            json.WriteId("id", origin.Id);
            json.WriteNumber("type", origin.Type);
            json.WriteString("name", origin.Name);
            json.WritePropertyName("user");
            UserJson.Write(json, origin.User);
            json.WriteEndObject();
        }
    }

    private static void WriteUser(Utf8JsonWriter json, Interaction interaction, InteractionScene scene)
    {
        if (scene.Guild is not { } guild || !guild.Members.TryGetValue(interaction.User.Id, out var member))
        {
            json.WritePropertyName("user");
            UserJson.Write(json, interaction.User);
            return;
        }

        json.WriteId("guild_id", guild.Id);
        json.WriteString("guild_locale", guild.PreferredLocale);
        json.WriteStartObject("guild");
        json.WriteId("id", guild.Id);
        json.WriteString("locale", guild.PreferredLocale);
        json.WriteArray("features", guild.Features, static (writer, feature) => writer.WriteStringValue(feature));
        json.WriteEndObject();
        json.WritePropertyName("member");
        MemberJson.WriteWithPermissions(json, member, scene.UserPermissions, withUser: true);
    }
}

/// <summary>Where an interaction takes place, as it was then.</summary>
internal sealed record InteractionScene(Channel Channel, Guild? Guild, Message? Message, Permission UserPermissions, Permission AppPermissions);
