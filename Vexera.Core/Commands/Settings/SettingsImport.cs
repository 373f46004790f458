using System.Text.Json;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Settings;

/// <summary>One import that is being read: who does it, and everything that is wrong with the file.</summary>
/// <param name="call">The command's call, in a guild.</param>
internal sealed class SettingsImport(CommandContext call)
{
    private readonly List<SettingsProblem> _problems = [];

    /// <summary>The command's call, in a guild.</summary>
    public CommandContext Call => call;

    /// <summary>The guild whose settings are imported.</summary>
    public Snowflake GuildId => call.GuildId!.Value;

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<SettingsProblem> Problems => _problems;

    /// <summary>Reports a value that will not do.</summary>
    /// <param name="path">Where it stands, such as <c>permissions[3].node</c>.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="allowed">What may stand there, to stand after "allowed is".</param>
    public void Refuse(string path, JsonElement value, Text allowed) => Refuse(path, value.GetRawText(), allowed);

    /// <inheritdoc cref="Refuse(string, JsonElement, Text)"/>
    public void Refuse(string path, string value, Text allowed) => _problems.Add(new SettingsProblem(path, value, allowed, null));

    /// <summary>Reports a value that will not do here and now.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="reason">Why not, in whole sentences.</param>
    public void Object(string path, string value, Text reason) => _problems.Add(new SettingsProblem(path, value, null, reason));

    /// <summary>Reads an object whose properties have known names; any other, and one that is there twice, is reported.</summary>
    /// <param name="json">The object.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="allowed">What the object may be, to stand after "allowed is".</param>
    /// <param name="names">The names.</param>
    /// <returns>The properties that are there; null when it is no object.</returns>
    public IReadOnlyDictionary<string, JsonElement>? ReadObject(JsonElement json, string path, Text allowed, params ReadOnlySpan<string> names)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Refuse(path, json, allowed);
            return null;
        }

        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!names.Contains(property.Name) || !properties.TryAdd(property.Name, property.Value))
                Refuse($"{path}.{property.Name}", property.Value, allowed);
        }

        return properties;
    }
}

/// <summary>Something in a file that will not do.</summary>
/// <param name="Path">Where.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Allowed">What may, to stand after "allowed is"; null where a reason says why not.</param>
/// <param name="Reason">Why it will not do here and now; null where something else is allowed.</param>
internal sealed record SettingsProblem(string Path, string Value, Text? Allowed, Text? Reason);
