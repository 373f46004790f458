using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object"/></summary>
internal static class AuditLogJson
{
    public static void Write(Utf8JsonWriter json, AuditLogEntry entry)
    {
        json.WriteStartObject();
        WriteFields(json, entry);
        json.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter json, AuditLogEntry entry)
    {
        json.WriteId("id", entry.Id);
        json.WriteId("user_id", entry.UserId);
        json.WriteId("target_id", entry.TargetId);
        json.WriteNumber("action_type", (int)entry.Action);
        if (entry.Changes.Length > 0)
        {
            json.WriteArray("changes", entry.Changes, WriteChange);
        }

        if (entry.Options.Count > 0)
        {
            json.WriteStartObject("options");
            foreach (var (name, value) in entry.Options.OrderBy(option => option.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        if (entry.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }
    }

    private static void WriteChange(Utf8JsonWriter json, AuditChange change)
    {
        json.WriteStartObject();
        json.WriteString("key", change.Key);
        WriteSide(json, "old_value", change.Old);
        WriteSide(json, "new_value", change.New);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }
}
