using System.Globalization;
using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/application#application-object"/></summary>
internal static class ApplicationJson
{
    public static void Write(Utf8JsonWriter json, Application application, User bot, User owner, int guilds)
    {
        json.WriteStartObject();
        json.WriteId("id", application.Id);
        json.WriteString("name", application.Name);
        json.WriteNull("icon");
        json.WriteString("description", application.Description);
        json.WriteNull("type");
        json.WriteString("verify_key", application.PublicKey);
        json.WriteNumber("flags", (int)application.Flags);
        json.WriteString("flags_new", ((int)application.Flags).ToString(CultureInfo.InvariantCulture));
        json.WriteBoolean("bot_public", application.BotPublic);
        json.WriteBoolean("bot_require_code_grant", false);
        json.WriteEmptyArray("redirect_uris");
        json.WriteNull("interactions_endpoint_url");
        json.WriteNull("role_connections_verification_url");
        json.WritePropertyName("owner");
        UserJson.Write(json, owner);
        json.WritePropertyName("bot");
        UserJson.Write(json, bot);
        json.WriteNumber("approximate_guild_count", guilds);
        json.WriteNumber("approximate_user_install_count", 0);
        json.WriteNumber("approximate_user_authorization_count", 0);
        json.WriteNumber("explicit_content_filter", 0);
        json.WriteNull("team");
        json.WriteEmptyArray("eligible_oauth2_scopes");
        json.WriteEndObject();
    }

    /// <summary>What READY says about the application.</summary>
    public static void WritePartial(Utf8JsonWriter json, Application application)
    {
        json.WriteStartObject();
        json.WriteId("id", application.Id);
        json.WriteNumber("flags", (int)application.Flags);
        json.WriteEndObject();
    }
}

/// <summary><see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object"/></summary>
internal static class ApplicationCommandJson
{
    public static void Write(Utf8JsonWriter json, ApplicationCommand command)
    {
        json.WriteStartObject();
        json.WriteId("id", command.Id);
        json.WriteId("application_id", command.ApplicationId);
        if (command.GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
        }

        json.WriteNumber("type", command.Type);
        json.WriteString("name", command.Name);
        json.WriteElement("name_localizations", command.NameLocalizations);
        json.WriteString("description", command.Description);
        json.WriteElement("description_localizations", command.DescriptionLocalizations);
        json.WriteId("default_member_permissions", (ulong?)command.DefaultMemberPermissions);
        if (command.GuildId is null)
        {
            json.WriteBoolean("dm_permission", command.DmPermission ?? true);
        }

        json.WriteElement("contexts", command.Contexts);
        if (command.IntegrationTypes is { } types)
        {
            json.WriteElement("integration_types", types);
        }

        json.WriteId("version", command.Version);
        json.WriteBoolean("nsfw", command.Nsfw);
        if (command.Options is { } options)
        {
            json.WriteElement("options", options);
        }

        json.WriteEndObject();
    }
}
