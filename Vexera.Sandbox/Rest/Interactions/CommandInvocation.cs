using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>Checks a person's use of a command against its registration and makes the <c>data</c> that the bot receives.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-application-command-data-structure"/>
internal sealed class CommandInvocation
{
    private readonly Form _form;
    private readonly bool _complete;
    private readonly ResolvedData _resolved;

    /// <param name="call">The request.</param>
    /// <param name="form">What the client sent as <c>data</c>.</param>
    /// <param name="channel">Where.</param>
    /// <param name="complete">False while the person still types: options may be missing or unfinished.</param>
    public CommandInvocation(RestCall call, Form form, Channel channel, bool complete)
    {
        _form = form;
        _complete = complete;
        _resolved = new ResolvedData(call, channel);
    }

    /// <summary>Errors are collected in the form.</summary>
    public JsonObject Read(ApplicationCommand command)
    {
        var data = new JsonObject
        {
            ["id"] = command.Id.ToString(CultureInfo.InvariantCulture),
            ["name"] = command.Name,
            ["type"] = command.Type,
        };
        if (command.GuildId is { } guildId)
            data["guild_id"] = guildId.ToString(CultureInfo.InvariantCulture);

        if (command.Type == CommandForm.ChatInput)
        {
            var options = ReadOptions(_form, Registered(command.Options));
            if (options.Count > 0)
                data["options"] = options;
        }
        else if (_form.Id("target_id", required: true) is { } target)
        {
            data["target_id"] = target.ToString(CultureInfo.InvariantCulture);
            if (!(command.Type == CommandForm.UserMenu ? _resolved.AddUser(target) : _resolved.AddMessage(target)))
                _form.Fail("target_id", FieldError.NotA("snowflake", target.ToString(CultureInfo.InvariantCulture)));
        }

        if (_resolved.ToJson() is { } resolved)
            data["resolved"] = resolved;
        return data;
    }

    private JsonArray ReadOptions(Form parent, IReadOnlyList<JsonElement> registered)
    {
        var options = new JsonArray();
        var given = new HashSet<string>();
        foreach (var form in parent.Objects("options", 25))
        {
            var name = form.String("name", required: true);
            var known = registered.FirstOrDefault(option => option.GetProperty("name").GetString() == name);
            if (known.ValueKind == JsonValueKind.Undefined || !given.Add(name!))
                form.Fail("name", FieldError.Choices(registered.Select(option => $"'{option.GetProperty("name").GetString()}'")));
            else
                options.Add(ReadOption(form, known));
        }

        foreach (var missing in registered.Where(option => _complete && IsRequired(option) && !given.Contains(option.GetProperty("name").GetString()!)))
            parent.Fail($"options.{missing.GetProperty("name").GetString()}", FieldError.Required);
        if (_complete && registered.Any(IsSubcommand) && options.Count != 1)
            parent.Fail("options", FieldError.Length(1, 1));
        return options;
    }

    private JsonObject ReadOption(Form form, JsonElement known)
    {
        var type = known.GetProperty("type").GetInt32();
        var option = new JsonObject { ["name"] = known.GetProperty("name").GetString(), ["type"] = type };
        if (IsSubcommand(known))
        {
            var children = ReadOptions(form, Registered(known.TryGetProperty("options", out var options) ? options : null));
            option["options"] = children;
            return option;
        }

        var focused = form.Boolean("focused") ?? false;
        if (focused)
            option["focused"] = true;
        option["value"] = CommandValue.Read(form, known, type, focused || !_complete, _resolved);
        return option;
    }

    private static IReadOnlyList<JsonElement> Registered(JsonElement? options) =>
        options is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static bool IsRequired(JsonElement option) => option.TryGetProperty("required", out var required) && required.GetBoolean();

    private static bool IsSubcommand(JsonElement option) =>
        option.GetProperty("type").GetInt32() is CommandOptionType.Subcommand or CommandOptionType.SubcommandGroup;
}
