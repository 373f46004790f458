using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World;

/// <summary>What changed between two versions of a thing, by what the API shows of each.</summary>
internal static class AuditChanges
{
    private static readonly string[] NotLogged = ["id", "guild_id", "user", "last_message_id", "last_pin_timestamp"];

    public static ImmutableArray<AuditChange> Between<T>(T? before, T? after, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        var old = Render(before, write);
        var now = Render(after, write);
        return
        [
            .. old.Select(property => property.Key).Union(now.Select(property => property.Key))
                .Where(key => !NotLogged.Contains(key))
                .Select(key => new AuditChange(key, old[key]?.DeepClone(), now[key]?.DeepClone()))
                .Where(change => !JsonNode.DeepEquals(change.Old, change.New)),
        ];
    }

    private static JsonObject Render<T>(T? thing, Action<Utf8JsonWriter, T> write)
        where T : class =>
        thing is null ? [] : (JsonObject)JsonNode.Parse(JsonBytes.Of(json => write(json, thing)).Span)!;
}
