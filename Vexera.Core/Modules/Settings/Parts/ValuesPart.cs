using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Settings.Parts;

/// <summary>The single values, as their owners declare them: an object of names and texts.</summary>
/// <param name="declared">Every setting there is.</param>
/// <param name="settings">What guilds have set.</param>
internal sealed class ValuesPart(IEnumerable<GuildSetting> declared, IGuildSettings settings) : IGuildSettingsPart
{
    private readonly IReadOnlyList<GuildSetting> _declared = [.. declared.OrderBy(setting => setting.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public string Name => "settings";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Text>> ShowAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var values = await settings.ReadAsync(guildId, cancellationToken);
        return [.. _declared.Select(setting => Line(setting, values[setting.Name]))];
    }

    /// <inheritdoc/>
    public async ValueTask<JsonNode> ExportAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var values = await settings.ReadAsync(guildId, cancellationToken);
        var written = new JsonObject();
        foreach (var setting in _declared)
        {
            if (values[setting.Name] is { } value)
                written[setting.Name] = value;
        }

        return written;
    }

    /// <inheritdoc/>
    public async ValueTask<SettingsChange?> ReadAsync(JsonElement json, SettingsImport import, CancellationToken cancellationToken)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            import.Refuse(Name, json, SettingsText.AllowedObject);
            return null;
        }

        var wanted = Read(json, import);
        var before = await settings.ReadAsync(import.GuildId, cancellationToken);
        var changed = _declared
            .Select(setting => (Setting: setting, Before: before[setting.Name], After: wanted.GetValueOrDefault(setting.Name)))
            .Where(one => one.Before != one.After)
            .ToArray();
        return changed.Length == 0 ? null : new SettingsChange(
            [.. changed.Select(one => SettingsText.ValueChanges(one.Setting.Title, Shown(one.Setting, one.Before), Shown(one.Setting, one.After)))],
            async connection =>
            {
                foreach (var one in changed)
                    await settings.SetAsync(connection, import.GuildId, one.Setting.Name, one.After);
            },
            () => settings.Reload(import.GuildId, changed.Select(one => one.Setting.Name)));
    }

    private Dictionary<string, string> Read(JsonElement json, SettingsImport import)
    {
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            var path = $"{Name}.{property.Name}";
            if (_declared.FirstOrDefault(setting => property.NameEquals(setting.Name)) is not { } setting)
                import.Refuse(path, property.Value, SettingsText.AllowedNames(Names));
            else if (property.Value.ValueKind != JsonValueKind.String || !setting.IsAllowed(property.Value.GetString()!))
                import.Refuse(path, property.Value, setting.Allowed);
            else if (!wanted.TryAdd(setting.Name, property.Value.GetString()!))
                import.Refuse(path, property.Value, SettingsText.AllowedOnce);
        }

        return wanted;
    }

    private string Names => string.Join(", ", _declared.Select(setting => InlineCode.Of(setting.Name)));

    private static Text Line(GuildSetting setting, string? value) => value is null
        ? SettingsText.LineDefault(setting.Title, Shown(setting, null))
        : SettingsText.Line(setting.Title, Shown(setting, value));

    private static Text Shown(GuildSetting setting, string? value) => (value ?? setting.Default) is { Length: > 0 } shown
        ? SettingsText.Value(InlineCode.Of(shown))
        : SettingsText.None;
}
