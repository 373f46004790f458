using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads the options of a command: values, or subcommands and their groups.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure"/>
internal static class CommandOptionForm
{
    private const int Maximum = 25;
    private const double SafeInteger = 9007199254740991;

    private static readonly int[] TopLevel = [CommandOptionType.Subcommand, CommandOptionType.SubcommandGroup, .. CommandOptionType.Values];
    private static readonly int[] InGroup = [CommandOptionType.Subcommand];

    public static JsonArray Read(Form parent, int depth)
    {
        var allowed = depth == 0 ? TopLevel : depth == 1 ? InGroup : CommandOptionType.Values;
        var options = new JsonArray();
        var names = new HashSet<string>();
        var kinds = new HashSet<bool>();
        var optionalSeen = false;
        foreach (var form in parent.Objects("options", Maximum))
        {
            if (form.Choice("type", required: true, allowed) is not { } type)
                continue;

            var option = ReadOne(form, type);
            options.Add(option);
            if (option["name"]?.ToString() is { } name && !names.Add(name))
                form.Fail("name", new FieldError("APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique"));

            kinds.Add(IsSubcommand(type));
            var required = option["required"]?.GetValue<bool>() ?? false;
            if (required && optionalSeen)
                form.Fail("required", new FieldError("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options"));
            optionalSeen |= !required && !IsSubcommand(type);
        }

        if (kinds.Count > 1)
        {
            parent.Fail("options", new FieldError(
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types"));
        }

        return options;
    }

    private static JsonObject ReadOne(Form form, int type)
    {
        var option = new JsonObject { ["type"] = type };
        CommandText.ReadName(form, option, 32, slash: true);
        CommandText.ReadDescription(form, option);
        if (IsSubcommand(type))
        {
            var children = Read(form, depth: type == CommandOptionType.SubcommandGroup ? 1 : 2);
            if (children.Count > 0)
                option["options"] = children;
            return option;
        }

        if (form.Boolean("required") is { } required)
            option["required"] = required;
        if (form.HasValue("choices"))
            option["choices"] = ReadChoices(form, type);
        if (form.Boolean("autocomplete") is { } autocomplete)
        {
            option["autocomplete"] = autocomplete;
            if (autocomplete && (form.Items("choices").Count > 0 || !TakesChoices(type)))
                form.Fail("autocomplete", new FieldError("APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_INVALID", "Autocomplete is not allowed with choices or on this option type"));
        }

        ReadBounds(form, option, type);
        if (type == CommandOptionType.Channel && form.HasValue("channel_types"))
            option["channel_types"] = JsonNode.Parse(form.Json.GetProperty("channel_types").GetRawText());
        return option;
    }

    private static JsonArray ReadChoices(Form form, int type)
    {
        if (!TakesChoices(type))
            form.Fail("choices", new FieldError("APPLICATION_COMMAND_OPTION_CHOICES_INVALID", "Choices are not allowed on this option type"));

        var choices = new JsonArray();
        var names = new HashSet<string>();
        foreach (var choice in form.Objects("choices", Maximum))
        {
            var json = new JsonObject();
            CommandText.ReadName(choice, json, 100, slash: false);
            choice.Require("value");
            json["value"] = ReadValue(choice, type);
            choices.Add(json);
            if (json["name"]?.ToString() is { } name && !names.Add(name))
                choice.Fail("name", new FieldError("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE", "The choice name is already used"));
        }

        return choices;
    }

    private static JsonNode? ReadValue(Form choice, int type) => type switch
    {
        CommandOptionType.Integer => choice.Integer("value", -(long)SafeInteger, (long)SafeInteger),
        CommandOptionType.Number => choice.Number("value"),
        _ => choice.String("value", 1, 100),
    };

    private static void ReadBounds(Form form, JsonObject option, int type)
    {
        if (type == CommandOptionType.String)
        {
            if (form.Integer("min_length", 0, 6000) is { } least)
                option["min_length"] = least;
            if (form.Integer("max_length", 1, 6000) is { } most)
                option["max_length"] = most;
            return;
        }

        foreach (var bound in (string[])["min_value", "max_value"])
        {
            if (!form.HasValue(bound))
                continue;

            if (type is CommandOptionType.Integer or CommandOptionType.Number)
                option[bound] = JsonNode.Parse(form.Json.GetProperty(bound).GetRawText());
            else
                form.Fail(bound, new FieldError("APPLICATION_COMMAND_OPTION_BOUNDS_INVALID", "Bounds are not allowed on this option type"));
            if (form.Number(bound) is { } number && Math.Abs(number) > SafeInteger)
                form.Fail(bound, FieldError.TooLarge((long)SafeInteger));
        }
    }

    private static bool IsSubcommand(int type) => type is CommandOptionType.Subcommand or CommandOptionType.SubcommandGroup;

    private static bool TakesChoices(int type) => type is CommandOptionType.String or CommandOptionType.Integer or CommandOptionType.Number;
}
