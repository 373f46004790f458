using System.Globalization;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads an application command and holds it to Discord's rules.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-structure"/>
internal static class CommandForm
{
    public const int ChatInput = 1;
    public const int UserMenu = 2;
    public const int MessageMenu = 3;

    private const int MaximumSize = 8000;

    /// <summary>The command as Discord shows it, without its ids; errors are collected in the form.</summary>
    /// <param name="form">The whole command; for an edit, the old one overlaid with the changes.</param>
    /// <param name="guild">Whether the command belongs to one guild, so that contexts mean nothing.</param>
    public static JsonObject Read(Form form, bool guild)
    {
        var type = form.Choice("type", required: false, ChatInput, UserMenu, MessageMenu) ?? ChatInput;
        var command = new JsonObject { ["type"] = type, ["name_localizations"] = null, ["description_localizations"] = null };
        CommandText.ReadName(form, command, 32, slash: type == ChatInput);

        if (type == ChatInput)
        {
            CommandText.ReadDescription(form, command);
            var options = CommandOptionForm.Read(form, depth: 0);
            if (options.Count > 0)
                command["options"] = options;
        }
        else
        {
            command["description"] = "";
            if (!string.IsNullOrEmpty(form.String("description")))
                form.Fail("description", new FieldError("APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED", "Context menu commands cannot have description"));
        }

        var permissions = form.Integer("default_member_permissions", 0);
        command["default_member_permissions"] = permissions?.ToString(CultureInfo.InvariantCulture);
        command["nsfw"] = form.Boolean("nsfw") ?? false;
        command["integration_types"] = List(form, "integration_types", 0, 1) ?? new JsonArray(0);
        if (!guild)
        {
            command["contexts"] = List(form, "contexts", 0, 1, 2);
            command["dm_permission"] = form.Boolean("dm_permission") ?? true;
        }

        if (Size(command) > MaximumSize)
            form.Errors.Add("", new FieldError("APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MaximumSize})"));
        return command;
    }

    private static JsonArray? List(Form form, string name, params int[] allowed)
    {
        if (!form.HasValue(name))
            return null;

        var list = new JsonArray();
        foreach (var (item, index) in form.Items(name, 1).Select((item, index) => (item, index)))
        {
            if (item.ValueKind == System.Text.Json.JsonValueKind.Number && item.TryGetInt32(out var number) && allowed.Contains(number))
                list.Add(number);
            else
                form.Fail($"{name}.{index}", FieldError.Choices(allowed.Select(a => a.ToString(CultureInfo.InvariantCulture))));
        }

        return list;
    }

    /// <summary>Characters in names, descriptions and values, the longest translation standing for each text.</summary>
    private static int Size(JsonObject node) =>
        Longest(node, "name") + Longest(node, "description")
        + (node["value"] is JsonValue value ? value.ToString().Length : 0)
        + SizeOf(node["options"]) + SizeOf(node["choices"]);

    private static int SizeOf(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>().Sum(Size) ?? 0;

    private static int Longest(JsonObject node, string name)
    {
        var own = node[name]?.ToString().Length ?? 0;
        var translations = node[name + "_localizations"] as JsonObject;
        return Math.Max(own, translations?.Select(t => t.Value?.ToString().Length ?? 0).DefaultIfEmpty().Max() ?? 0);
    }
}
