using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/webhook#webhook-object"/></summary>
internal static class WebhookJson
{
    /// <summary>The token and the creator are left out of what a webhook sees of itself by token, and of other applications' webhooks.</summary>
    public static void Write(Utf8JsonWriter json, Webhook webhook, bool withToken = true, bool withCreator = true)
    {
        json.WriteStartObject();
        json.WriteId("id", webhook.Id);
        json.WriteNumber("type", (int)webhook.Type);
        json.WriteId("guild_id", webhook.GuildId);
        json.WriteId("channel_id", webhook.ChannelId);
        json.WriteString("name", webhook.Name);
        json.WriteString("avatar", webhook.Avatar);
        json.WriteId("application_id", webhook.ApplicationId);
        if (withToken && webhook.Token is { } token)
        {
            json.WriteString("token", token);
            json.WriteString("url", $"https://discord.com/api/webhooks/{webhook.Id}/{token}");
        }

        if (withCreator && webhook.Creator is { } creator)
        {
            json.WritePropertyName("user");
            UserJson.Write(json, creator);
        }

        json.WriteEndObject();
    }
}
