using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Switches;

/// <summary>
/// Which commands a guild has switched off, each by its node and whole chapters by theirs (<c>basics.*</c>), on top of what the
/// settings and the bot's owner switch off everywhere. Essential commands stay on.
/// </summary>
/// <param name="settings">Where it is kept.</param>
/// <param name="nodes">The nodes there are.</param>
/// <param name="turns">Changes of a guild take turns.</param>
internal sealed class GuildSwitches(IGuildSettings settings, NodeCatalog nodes, GuildTurns turns)
{
    /// <summary>The name of the setting that holds the nodes, with spaces between.</summary>
    public const string Setting = "disabled-commands";

    /// <summary>What is switched off in a guild and covers the command; null while it is on.</summary>
    public async ValueTask<string?> OffByAsync(Snowflake guildId, CommandEntry command, CancellationToken cancellationToken) =>
        OffBy(await settings.GetAsync(guildId, cancellationToken), command);

    /// <summary>What is switched off in a guild, in alphabetical order. A node that no command has any more is left out.</summary>
    public async ValueTask<IReadOnlyList<NodePattern>> OffAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        Read(await settings.GetAsync(guildId, cancellationToken));

    /// <summary>What is switched off by a guild's settings, in alphabetical order.</summary>
    public IReadOnlyList<NodePattern> Read(SettingValues values) => Read(values[Setting]);

    /// <summary>Switches a command or a chapter; switched on, what is below it is on too.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> SetAsync(Snowflake guildId, NodePattern node, bool isOn, CancellationToken cancellationToken)
    {
        using var turn = await turns.EnterAsync(guildId, cancellationToken);
        var before = await OffAsync(guildId, cancellationToken);
        var after = before.Where(other => !node.Equals(other) && !(isOn && node.Covers(other.Text))).ToList();
        if (!isOn)
            after.Add(node);
        if (after.Count == before.Count && after.All(before.Contains))
            return false;
        await settings.SetAsync(guildId, Setting, Write(after), cancellationToken);
        return true;
    }

    /// <summary>
    /// The command or chapter that somebody means: a command's name or alias, a chapter's or group's, or a node; null when there is
    /// none, and for everything at once.
    /// </summary>
    public NodePattern? Find(string typed, CommandCatalog commands)
    {
        var name = typed.Trim().ToLowerInvariant();
        if (commands.Find(name) is { Definition.HasNode: true } command)
            return nodes.TryFind(command.Node, out var own) ? own : null;
        var meant = nodes.TryFind(name, out var node) || nodes.TryFind(name + ".*", out node)
            ? node
            : nodes.All.FirstOrDefault(one => one.Text.EndsWith($".{name}.*", StringComparison.Ordinal));
        return meant is null || meant.Equals(NodePattern.Everything) ? null : meant;
    }

    /// <summary>Whether a node covers essential commands only, which cannot be switched off.</summary>
    public bool IsEssential(NodePattern node) => nodes.CoveredBy(node).All(command => command.Definition.EssentialInGuilds);

    /// <summary>The value of the setting; null for none.</summary>
    public static string? Write(IEnumerable<NodePattern> off)
    {
        var value = string.Join(' ', off.Select(node => node.Text).Distinct().Order(StringComparer.Ordinal));
        return value.Length == 0 ? null : value;
    }

    private string? OffBy(SettingValues values, CommandEntry command)
    {
        if (values[Setting] is not { } value || command.Definition.EssentialInGuilds || !command.Definition.HasNode)
            return null;
        return Read(value).FirstOrDefault(node => node.Covers(command.Node))?.Text;
    }

    private List<NodePattern> Read(string? value)
    {
        var off = new List<NodePattern>();
        foreach (var text in (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (nodes.TryFind(text, out var node))
                off.Add(node);
        }

        return off;
    }
}
