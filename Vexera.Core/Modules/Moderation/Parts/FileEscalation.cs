using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Commands;
using Vexera.Core.Modules.Moderation.Escalation;

namespace Vexera.Core.Modules.Moderation.Parts;

/// <summary>Escalation rules in a file: <c>{ "warnings": 3, "within": "30d", "action": "mute", "lasts": "1d" }</c>, without <c>lasts</c> for ever.</summary>
internal static class FileEscalation
{
    private const string Warnings = "warnings";
    private const string Within = "within";
    private const string Action = "action";
    private const string Lasts = "lasts";

    // Numbers, lengths of time and words are the same everywhere.
    private static readonly ArgumentScope Nowhere = new(null, new Dictionary<Snowflake, User>(), new Dictionary<Snowflake, Member>());

    /// <summary>Writes a rule.</summary>
    public static JsonObject Write(EscalationRule rule)
    {
        var written = new JsonObject
        {
            [Warnings] = rule.Warnings,
            [Within] = rule.Period.ToString(),
            [Action] = rule.Action.ToString().ToLowerInvariant(),
        };
        if (rule.Lasts is { } lasts)
            written[Lasts] = lasts.ToString();
        return written;
    }

    /// <summary>Reads rules; what is none is left out and reported.</summary>
    public static IReadOnlyList<EscalationRule> ReadAll(JsonElement json, string path, SettingsImport import)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            import.Refuse(path, json, ModerationText.FileEscalation);
            return [];
        }

        var rules = new List<EscalationRule>();
        foreach (var (index, element) in json.EnumerateArray().Index())
        {
            if (Read(element, $"{path}[{index}]", import) is not { } rule)
                continue;
            if (rules.Any(other => other.Warnings == rule.Warnings))
                import.Refuse($"{path}[{index}].{Warnings}", element.GetProperty(Warnings), ModerationText.FileEscalationOnce);
            else
                rules.Add(rule);
        }

        return rules;
    }

    private static EscalationRule? Read(JsonElement json, string path, SettingsImport import)
    {
        if (import.ReadObject(json, path, ModerationText.FileEscalation, Warnings, Within, Action, Lasts) is not { } properties)
            return null;
        if (!properties.ContainsKey(Warnings) || !properties.ContainsKey(Within) || !properties.ContainsKey(Action))
        {
            import.Refuse(path, json, ModerationText.FileEscalation);
            return null;
        }

        var isRead = ReadWarnings(properties[Warnings], $"{path}.{Warnings}", import, out var warnings);
        isRead &= Parse(properties[Within], $"{path}.{Within}", EscalationCommands.Length, import, out var within);
        isRead &= Parse(properties[Action], $"{path}.{Action}", EscalationCommands.Action, import, out var action);
        Duration? lasts = null;
        if (properties.TryGetValue(Lasts, out var length))
        {
            isRead &= Parse(length, $"{path}.{Lasts}", EscalationCommands.Length, import, out var read);
            lasts = read;
        }

        if (!isRead)
            return null;
        var rule = new EscalationRule(warnings, within, Enum.Parse<CaseType>(action!, ignoreCase: true), lasts);
        if (rule is { Action: CaseType.Kick, Lasts: not null })
            import.Object($"{path}.{Lasts}", length.GetString()!, ModerationText.EscalationKickNoTime);
        return rule;
    }

    private static bool ReadWarnings(JsonElement json, string path, SettingsImport import, out long warnings)
    {
        warnings = 0;
        var text = json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : "";
        var isRead = EscalationCommands.Number.TryParse(text, Nowhere, out warnings);
        if (!isRead)
            import.Refuse(path, json, EscalationCommands.Number.Allowed);
        return isRead;
    }

    private static bool Parse<T>(JsonElement json, string path, ArgumentType<T> type, SettingsImport import, out T? value)
        where T : notnull
    {
        value = default;
        var isRead = json.ValueKind == JsonValueKind.String && type.TryParse(json.GetString()!, Nowhere, out value);
        if (!isRead)
            import.Refuse(path, json, type.Allowed);
        return isRead;
    }
}
