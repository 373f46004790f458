using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>Reads the value of one option, as the registration bounds it.</summary>
internal static class CommandValue
{
    /// <param name="form">The option that the client sent.</param>
    /// <param name="known">The option as registered.</param>
    /// <param name="type">Its type.</param>
    /// <param name="unfinished">Whether the person still types it.</param>
    /// <param name="resolved">Takes what an id stands for.</param>
    public static JsonNode? Read(Form form, JsonElement known, int type, bool unfinished, ResolvedData resolved)
    {
        if (unfinished && type is CommandOptionType.String or CommandOptionType.Integer or CommandOptionType.Number && unfinished)
            return form.HasValue("value") ? JsonNode.Parse(form.Json.GetProperty("value").GetRawText()) : "";

        switch (type)
        {
            case CommandOptionType.String:
                var text = form.String("value", Bound(known, "min_length") ?? 0, Bound(known, "max_length") ?? 6000, required: true);
                return Chosen(form, known, text);
            case CommandOptionType.Integer:
                return Chosen(form, known, Within(form, known, form.Integer("value", required: true)));
            case CommandOptionType.Number:
                form.Require("value");
                return Chosen(form, known, Within(form, known, form.Number("value")));
            case CommandOptionType.Boolean:
                form.Require("value");
                return form.Boolean("value");
            default:
                return Referred(form, known, type, resolved);
        }
    }

    private static JsonValue? Referred(Form form, JsonElement known, int type, ResolvedData resolved)
    {
        if (form.Id("value", required: true) is not { } id)
            return null;

        var found = type switch
        {
            CommandOptionType.User => resolved.AddUser(id),
            CommandOptionType.Role => resolved.AddRole(id),
            CommandOptionType.Channel => resolved.AddChannel(id, known),
            CommandOptionType.Mentionable => resolved.AddUser(id) || resolved.AddRole(id),
            _ => resolved.AddAttachment(id),
        };
        if (!found)
            form.Fail("value", new FieldError("APPLICATION_COMMAND_OPTION_VALUE_INVALID", "The option's value is not there or not allowed"));
        return JsonValue.Create(id.ToString(CultureInfo.InvariantCulture));
    }

    private static JsonValue? Chosen<T>(Form form, JsonElement known, T? value)
    {
        if (value is null)
            return null;

        var node = JsonValue.Create(value)!;
        if (known.TryGetProperty("choices", out var choices) && choices.GetArrayLength() > 0
            && !choices.EnumerateArray().Any(choice => choice.GetProperty("value").ToString() == Convert.ToString(value, CultureInfo.InvariantCulture)))
            form.Fail("value", FieldError.Choices(choices.EnumerateArray().Select(choice => choice.GetProperty("value").GetRawText())));
        return node;
    }

    private static T? Within<T>(Form form, JsonElement known, T? value)
        where T : struct, IConvertible
    {
        if (value is not { } number)
            return null;

        var given = number.ToDouble(CultureInfo.InvariantCulture);
        if (known.TryGetProperty("min_value", out var least) && given < least.GetDouble())
            form.Fail("value", FieldError.TooSmall((long)least.GetDouble()));
        if (known.TryGetProperty("max_value", out var most) && given > most.GetDouble())
            form.Fail("value", FieldError.TooLarge((long)most.GetDouble()));
        return number;
    }

    private static int? Bound(JsonElement known, string name) => known.TryGetProperty(name, out var bound) ? bound.GetInt32() : null;
}
