using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>Checks a person's use of a button, a menu or a form, and makes the <c>data</c> that the bot receives.</summary>
internal static class ComponentUse
{
    private static readonly FieldError NotThere = new("COMPONENT_VALIDATION_FAILED", "Component validation failed");

    /// <summary>Errors are collected in the form.</summary>
    public static JsonObject ReadMessage(Form form, Message message, ResolvedData resolved)
    {
        var customId = form.String("custom_id", 1, 100, required: true);
        var component = message.Components.SelectMany(Flatten).FirstOrDefault(one => Text(one, "custom_id") == customId && customId is not null);
        if (component.ValueKind == JsonValueKind.Undefined || (component.TryGetProperty("disabled", out var disabled) && disabled.GetBoolean()))
        {
            form.Fail("custom_id", NotThere);
            return [];
        }

        var type = component.GetProperty("type").GetInt32();
        var data = new JsonObject { ["component_type"] = type, ["custom_id"] = customId, ["id"] = component.GetProperty("id").GetInt32() };
        if (ComponentType.Selects.Contains(type))
        {
            data["values"] = ReadValues(form, component, type, resolved);
            if (resolved.ToJson() is { } found)
                data["resolved"] = found;
        }

        return data;
    }

    /// <summary>Fills the fields of an opened form with what the person wrote.</summary>
    public static JsonObject ReadModal(Form form, JsonElement modal)
    {
        var written = form.Items("components").SelectMany(Flatten)
            .Where(one => Text(one, "custom_id") is not null)
            .ToLookup(one => Text(one, "custom_id")!);
        var components = new JsonArray();
        foreach (var row in modal.GetProperty("components").EnumerateArray())
        {
            var json = new JsonObject { ["type"] = row.GetProperty("type").GetInt32(), ["id"] = row.GetProperty("id").GetInt32() };
            if (row.TryGetProperty("components", out var fields))
                json["components"] = new JsonArray([.. fields.EnumerateArray().Select(field => Fill(form, field, written))]);
            if (row.TryGetProperty("component", out var only))
                json["component"] = Fill(form, only, written);
            components.Add(json);
        }

        return new JsonObject { ["custom_id"] = modal.GetProperty("custom_id").GetString(), ["components"] = components };
    }

    private static JsonObject Fill(Form form, JsonElement field, ILookup<string, JsonElement> written)
    {
        var customId = Text(field, "custom_id")!;
        var type = field.GetProperty("type").GetInt32();
        var filled = new JsonObject { ["type"] = type, ["id"] = field.GetProperty("id").GetInt32(), ["custom_id"] = customId };
        var given = written[customId].FirstOrDefault();
        if (type != ComponentType.TextInput)
        {
            filled["values"] = given.ValueKind == JsonValueKind.Object && given.TryGetProperty("values", out var values) ? JsonNode.Parse(values.GetRawText()) : new JsonArray();
            return filled;
        }

        var text = given.ValueKind == JsonValueKind.Object ? Text(given, "value") ?? "" : "";
        var least = Math.Max(Number(field, "min_length") ?? 0, Flag(field, "required") ? 1 : 0);
        var most = Number(field, "max_length") ?? 4000;
        if (text.Length > most || (text.Length < least && (text.Length > 0 || Flag(field, "required"))))
            form.Fail($"components.{customId}.value", text.Length == 0 ? FieldError.Required : FieldError.Length(least, most));
        filled["value"] = text;
        return filled;
    }

    private static JsonArray ReadValues(Form form, JsonElement select, int type, ResolvedData resolved)
    {
        var values = form.Items("values", Number(select, "min_values") ?? 1, Number(select, "max_values") ?? 1, required: true)
            .Select(value => value.ToString()).ToList();
        foreach (var (value, index) in values.Select((value, index) => (value, index)))
        {
            if (!IsOffered(select, type, value, resolved))
                form.Fail($"values.{index}", NotThere);
        }

        return new JsonArray([.. values.Select(value => (JsonNode)value)]);
    }

    private static bool IsOffered(JsonElement select, int type, string value, ResolvedData resolved)
    {
        if (type == ComponentType.StringSelect)
            return select.GetProperty("options").EnumerateArray().Any(option => Text(option, "value") == value);
        if (!ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;

        return type switch
        {
            ComponentType.UserSelect => resolved.AddUser(id),
            ComponentType.RoleSelect => resolved.AddRole(id),
            ComponentType.ChannelSelect => resolved.AddChannel(id, select),
            _ => resolved.AddUser(id) || resolved.AddRole(id),
        };
    }

    private static IEnumerable<JsonElement> Flatten(JsonElement component)
    {
        if (component.ValueKind != JsonValueKind.Object)
            yield break;

        yield return component;
        IEnumerable<JsonElement> children = component.TryGetProperty("components", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
        foreach (var name in (string[])["component", "accessory"])
        {
            if (component.TryGetProperty(name, out var only))
                children = children.Append(only);
        }

        foreach (var inner in children.SelectMany(Flatten))
            yield return inner;
    }

    private static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static int? Number(JsonElement holder, string name) => holder.TryGetProperty(name, out var number) ? number.GetInt32() : null;

    private static bool Flag(JsonElement holder, string name) => holder.TryGetProperty(name, out var flag) && flag.GetBoolean();
}
