using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Settings.Parts;

/// <summary>The commands and chapters that a guild has switched off: an array of their nodes.</summary>
/// <param name="switches">What guilds have switched off.</param>
/// <param name="nodes">The nodes there are.</param>
/// <param name="settings">Where it is kept.</param>
internal sealed class DisabledCommandsPart(GuildSwitches switches, NodeCatalog nodes, IGuildSettings settings) : IGuildSettingsPart
{
    /// <inheritdoc/>
    public string Name => "disabledCommands";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Text>> ShowAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var off = switches.Read(await settings.ReadAsync(guildId, cancellationToken));
        return [off.Count == 0 ? SettingsText.NothingOff : SettingsText.Off(List(off))];
    }

    /// <inheritdoc/>
    public async ValueTask<JsonNode> ExportAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        new JsonArray([.. switches.Read(await settings.ReadAsync(guildId, cancellationToken)).Select(node => JsonValue.Create(node.Text))]);

    /// <inheritdoc/>
    public async ValueTask<SettingsChange?> ReadAsync(JsonElement json, SettingsImport import, CancellationToken cancellationToken)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            import.Refuse(Name, json, SettingsText.AllowedNodes);
            return null;
        }

        var wanted = json.EnumerateArray().Select((one, index) => Read(one, $"{Name}[{index}]", import)).OfType<NodePattern>().Distinct().ToArray();
        var before = switches.Read(await settings.ReadAsync(import.GuildId, cancellationToken));
        var (more, fewer) = (wanted.Except(before).ToArray(), before.Except(wanted).ToArray());
        if (more.Length + fewer.Length == 0)
            return null;
        var lines = new List<Text>();
        if (more.Length > 0)
            lines.Add(SettingsText.TurnsOff(List(more)));
        if (fewer.Length > 0)
            lines.Add(SettingsText.TurnsOn(List(fewer)));
        return new SettingsChange(
            lines,
            connection => settings.SetAsync(connection, import.GuildId, GuildSwitches.Setting, GuildSwitches.Write(wanted)),
            () => settings.Reload(import.GuildId, [GuildSwitches.Setting]));
    }

    private NodePattern? Read(JsonElement json, string path, SettingsImport import)
    {
        if (json.ValueKind != JsonValueKind.String || !nodes.TryFind(json.GetString()!, out var node) || node.Equals(NodePattern.Everything))
            import.Refuse(path, json, SettingsText.AllowedNodes);
        else if (switches.IsEssential(node))
            import.Refuse(path, json, SettingsText.AllowedNotEssential);
        else
            return node;
        return null;
    }

    private static string List(IEnumerable<NodePattern> off) => string.Join(", ", off.Select(node => InlineCode.Of(node.Text)));
}
