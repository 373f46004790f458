using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Permissions.Parts;

/// <summary>The permission rules of a guild: an array of <see cref="FileRule"/>.</summary>
/// <param name="rules">The rules.</param>
/// <param name="review">Judges what an import would change.</param>
/// <param name="time">When rules are set.</param>
internal sealed class PermissionsPart(INodeRules rules, RuleReview review, TimeProvider time) : IGuildSettingsPart
{
    private const int MostLines = 20;

    /// <inheritdoc/>
    public string Name => "permissions";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Text>> ShowAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var nodes = await rules.ReadAsync(guildId, cancellationToken);
        return [nodes.Rules.Count == 0 ? PermissionsText.ListEmpty : PermissionsText.PartCount(nodes.Rules.Count)];
    }

    /// <inheritdoc/>
    public async ValueTask<JsonNode> ExportAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        new JsonArray([.. (await rules.ReadAsync(guildId, cancellationToken)).Rules.Select(FileRule.Write)]);

    /// <inheritdoc/>
    public async ValueTask<SettingsChange?> ReadAsync(JsonElement json, SettingsImport import, CancellationToken cancellationToken)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            import.Refuse(Name, json, PermissionsText.FileRules);
            return null;
        }

        var before = await rules.ReadAsync(import.GuildId, cancellationToken);
        var wanted = Read(json, import, before);
        var after = new GuildNodes(wanted.Keys);
        var fresh = after.Rules.Except(before.Rules).ToList();
        var gone = before.Rules.Except(after.Rules).Where(rule => after.Find(rule.Subject, rule.Node) is null).ToList();
        if (fresh.Count + gone.Count == 0)
            return null;
        await review.ReviewAsync(Name, before, after, wanted, import, cancellationToken);
        return new SettingsChange(
            Lines(import.Call, fresh, gone),
            connection => rules.ReplaceAsync(connection, import.GuildId, after),
            () => rules.Reload(import.GuildId));
    }

    /// <summary>The rules of the file with their places. One that is set already stays as it is, with who set it, and is not questioned.</summary>
    private Dictionary<NodeRule, string> Read(JsonElement json, SettingsImport import, GuildNodes before)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var seen = new HashSet<(NodeSubject, string)>();
        var present = before.Rules.ToDictionary(rule => (rule.Subject, rule.Node.Text));
        var wanted = new Dictionary<NodeRule, string>();
        foreach (var (index, element) in json.EnumerateArray().Index())
        {
            var path = $"{Name}[{index}]";
            if (FileRule.Read(element, path, import) is not { } read)
                continue;
            if (!seen.Add((read.Subject, read.Node)))
                import.Refuse(path, element, PermissionsText.FileRuleOnce);
            else if (present.TryGetValue((read.Subject, read.Node), out var set) && set.Effect == read.Effect)
                wanted[set] = path;
            else if (review.FindNode(read, import) is { } node)
                wanted[new NodeRule(read.Subject, node, read.Effect, import.Call.User.Id, now)] = path;
        }

        return wanted;
    }

    private static List<Text> Lines(CommandContext context, List<NodeRule> fresh, List<NodeRule> gone)
    {
        var lines = fresh.Select(rule => Line(context, rule))
            .Concat(gone.Select(rule => PermissionsText.Removed(rule.Node.Text, Subjects.Name(context, rule.Subject))))
            .ToList();
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), PermissionsText.PartMore(lines.Count - MostLines)];
    }

    private static Text Line(CommandContext context, NodeRule rule)
    {
        var name = Subjects.Name(context, rule.Subject);
        return rule.Effect == NodeEffect.Allow ? PermissionsText.Allowed(rule.Node.Text, name) : PermissionsText.Denied(rule.Node.Text, name);
    }
}
