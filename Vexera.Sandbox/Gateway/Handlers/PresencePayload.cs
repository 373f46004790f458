using System.Text.Json;
using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#update-presence"/></summary>
internal static class PresencePayload
{
    private static readonly string[] Statuses = ["online", "dnd", "idle", "invisible", "offline"];

    /// <exception cref="ProtocolException">It is no presence.</exception>
    public static void Check(JsonElement presence)
    {
        if (!presence.TryGetProperty("status", out var status) || status.ValueKind != JsonValueKind.String || !Statuses.Contains(status.GetString()))
        {
            throw ClientFrame.Undecodable($"a presence's status must be one of {string.Join(", ", Statuses)}");
        }

        if (presence.TryGetProperty("activities", out var activities) && activities.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
        {
            throw ClientFrame.Undecodable("a presence's activities must be an array");
        }
    }
}
