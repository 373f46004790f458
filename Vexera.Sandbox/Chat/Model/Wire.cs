using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vexera.Sandbox.Chat.Model;

/// <summary>Reads Discord's JSON: snake case, ids as strings, anything unknown ignored.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static T? Read<T>(JsonElement json) => json.Deserialize<T>(Options);
}
