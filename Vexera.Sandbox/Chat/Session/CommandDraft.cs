using System.Globalization;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Chat.Model;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>A command that a member is filling in, and what is wrong with it so far.</summary>
internal sealed class CommandDraft(CommandLeaf leaf)
{
    private readonly Dictionary<string, string> _values = [];

    public CommandLeaf Leaf => leaf;

    /// <summary>What was typed or chosen; empty for an option that is not given.</summary>
    public string this[ChatOption option]
    {
        get => _values.GetValueOrDefault(option.Name, "");
        set => _values[option.Name] = value;
    }

    /// <summary>The first thing to mend before the command can be sent, null when it is ready.</summary>
    public string? Problem => leaf.Options.Select(ProblemOf).FirstOrDefault(p => p is not null);

    public string? ProblemOf(ChatOption option)
    {
        var typed = this[option].Trim();
        if (typed.Length == 0) return option.Required ? Texts.OptionNeeded.With(option.Name) : null;
        return option.Type switch
        {
            ChatOptionType.Integer when !long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                Texts.OptionNotWhole.With(option.Name),
            ChatOptionType.Number when !double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) || !double.IsFinite(n) =>
                Texts.OptionNotNumber.With(option.Name),
            _ => null,
        };
    }

    /// <summary>The <c>data</c> of the interaction.</summary>
    /// <param name="focused">The option whose values are asked for, in an autocomplete.</param>
    public JsonObject ToData(ChatOption? focused = null)
    {
        var options = new JsonArray([.. leaf.Options.Where(o => o == focused || this[o].Trim().Length > 0).Select(o => ToOption(o, o == focused))]);
        foreach (var step in leaf.Path.Reverse())
            options = [new JsonObject { ["type"] = (int)step.Type, ["name"] = step.Name, ["options"] = options }];
        return new JsonObject
        {
            ["id"] = leaf.Command.Id.ToString(CultureInfo.InvariantCulture),
            ["name"] = leaf.Command.Name,
            ["type"] = leaf.Command.Type,
            ["version"] = leaf.Command.Version,
            ["options"] = options,
        };
    }

    /// <summary>How the command reads: "/ban user: Ada".</summary>
    public override string ToString() =>
        string.Join(' ', leaf.Options.Where(o => this[o].Trim().Length > 0).Select(o => $"{o.Name}: {this[o].Trim()}").Prepend("/" + leaf.Name));

    private JsonObject ToOption(ChatOption option, bool focused)
    {
        var json = new JsonObject { ["type"] = (int)option.Type, ["name"] = option.Name, ["value"] = focused ? this[option] : ToValue(option) };
        if (focused) json["focused"] = true;
        return json;
    }

    private JsonNode? ToValue(ChatOption option)
    {
        var typed = this[option].Trim();
        return option.Type switch
        {
            ChatOptionType.Integer when long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            ChatOptionType.Number when double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            ChatOptionType.Boolean => typed == "true",
            _ => typed,
        };
    }
}
