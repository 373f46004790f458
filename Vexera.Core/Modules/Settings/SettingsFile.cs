using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Settings;

/// <summary>
/// The file of a guild's settings: a JSON object with its version and one property for each part. A part that is not in it is left
/// alone, one that is replaces what was set.
/// </summary>
/// <param name="parts">The parts, in the order of the file.</param>
/// <param name="database">Where all of it is written in one transaction.</param>
/// <param name="turns">Changes of a guild take turns.</param>
internal sealed class SettingsFile(IEnumerable<IGuildSettingsPart> parts, IDatabase database, GuildTurns turns)
{
    private const int Version = 1;
    private const string VersionName = "version";

    // Prefixes and reasons are to be read by people too; the file goes into no web page.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<IGuildSettingsPart> _parts = [.. parts];

    /// <summary>What a guild has set.</summary>
    public async Task<string> WriteAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var root = new JsonObject { [VersionName] = Version };
        foreach (var part in _parts)
            root[part.Name] = await part.ExportAsync(guildId, cancellationToken);
        return root.ToJsonString(Indented);
    }

    /// <summary>Reads a file whole and says everything that is wrong with it, or what it would change. Changes nothing.</summary>
    public async Task<ImportPlan> ReadAsync(string content, CommandContext call, CancellationToken cancellationToken)
    {
        var import = new SettingsImport(call);
        var changes = new List<SettingsChange>();
        try
        {
            using var document = JsonDocument.Parse(content.TrimStart('\uFEFF'));
            await ReadAsync(document.RootElement, import, changes, cancellationToken);
        }
        catch (JsonException e)
        {
            import.Refuse("$", Near(e), SettingsText.AllowedJson);
        }

        return new ImportPlan(import.Problems, changes);
    }

    /// <summary>Reads a file whole and makes its changes, all of them; none when anything is wrong with it.</summary>
    /// <returns>What was wrong, or has changed.</returns>
    /// <exception cref="StorageException">The database cannot be used; nothing changed.</exception>
    public async Task<ImportPlan> ApplyAsync(string content, CommandContext call, CancellationToken cancellationToken)
    {
        // Read within the turn, so that nothing changes between what was judged and what is written.
        using var turn = await turns.EnterAsync(call.GuildId!.Value, cancellationToken);
        var plan = await ReadAsync(content, call, cancellationToken);
        if (plan.Problems.Count == 0 && plan.Changes.Count > 0)
            await CommitAsync(plan, cancellationToken);
        return plan;
    }

    private async Task CommitAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async connection =>
            {
                foreach (var change in plan.Changes)
                    await change.WriteAsync(connection);
            },
            cancellationToken);
        foreach (var change in plan.Changes)
            change.Committed();
    }

    private async Task ReadAsync(JsonElement root, SettingsImport import, List<SettingsChange> changes, CancellationToken cancellationToken)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            import.Refuse("$", root, SettingsText.AllowedJson);
            return;
        }

        if (!root.TryGetProperty(VersionName, out var version))
            import.Refuse(VersionName, "", SettingsText.AllowedVersion(Version));
        var seen = new HashSet<string>();
        foreach (var property in root.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                import.Refuse(property.Name, property.Value, SettingsText.AllowedOnce);
            else if (property.NameEquals(VersionName))
                CheckVersion(version, import);
            else if (_parts.FirstOrDefault(part => property.NameEquals(part.Name)) is not { } known)
                import.Refuse(property.Name, property.Value, SettingsText.AllowedNames(Names));
            else if (await known.ReadAsync(property.Value, import, cancellationToken) is { } change)
                changes.Add(change);
        }
    }

    private static void CheckVersion(JsonElement version, SettingsImport import)
    {
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
            import.Refuse(VersionName, version, SettingsText.AllowedVersion(Version));
    }

    private string Names => string.Join(", ", _parts.Select(part => part.Name).Prepend(VersionName).Select(InlineCode.Of));

    private static string Near(JsonException e) => FormattableString.Invariant($"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
}

/// <summary>A file that was read.</summary>
/// <param name="Problems">What is wrong with it; when there is anything, nothing of it is applied.</param>
/// <param name="Changes">What it changes.</param>
internal sealed record ImportPlan(IReadOnlyList<SettingsProblem> Problems, IReadOnlyList<SettingsChange> Changes)
{
    /// <summary>What changes, for people.</summary>
    public IEnumerable<Text> Lines => Changes.SelectMany(change => change.Lines);
}
