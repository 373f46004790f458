using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Commands.Nodes;

/// <summary>Every node there is: of each command, category and group of sub-commands, and <c>*</c>. The bot owner's commands have none.</summary>
internal sealed class NodeCatalog
{
    private const int MostNearest = 3;
    private readonly Dictionary<string, NodePattern> _byText = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="commands">The commands.</param>
    public NodeCatalog(CommandCatalog commands)
    {
        Commands = [.. commands.All.Where(command => command.Definition.HasNode)];
        foreach (var pattern in Commands.SelectMany(command => NodePattern.Covering(command.Node)))
            _byText.TryAdd(pattern.Text, pattern);
        All = [.. _byText.Values.OrderBy(node => node.Text, StringComparer.Ordinal)];
    }

    /// <summary>The commands that have nodes, in the order of the help.</summary>
    public IReadOnlyList<CommandEntry> Commands { get; }

    /// <summary>The nodes by name.</summary>
    public IReadOnlyList<NodePattern> All { get; }

    /// <summary>The node with this name, in any case.</summary>
    public bool TryFind(string text, [NotNullWhen(true)] out NodePattern? node) => _byText.TryGetValue(text, out node);

    /// <summary>The commands that a node covers.</summary>
    public IEnumerable<CommandEntry> CoveredBy(NodePattern node) => Commands.Where(command => node.Covers(command.Node));

    /// <summary>
    /// Up to three nodes that were probably meant, the nearest first: one that differs by a few slips, or that has what was typed as
    /// its last names, as <c>ping</c> is the end of <c>basics.ping</c>.
    /// </summary>
    public IReadOnlyList<NodePattern> Nearest(string typed)
    {
        var meant = typed.ToLowerInvariant().Replace(' ', '.').Trim('.');
        if (meant.Length is < 2 or > NodePattern.Longest)
            return [];
        var most = Math.Clamp(meant.Length / 3, 1, 3);
        var near = All
            .Select(node => (Node: node, Distance: Distance(meant, node.Text)))
            .Where(one => one.Distance <= most)
            .OrderBy(one => one.Distance).ThenBy(one => one.Node.Text.Length).ThenBy(one => one.Node.Text, StringComparer.Ordinal)
            .ToList();
        return [.. near.TakeWhile(one => one.Distance <= near[0].Distance + 1).Select(one => one.Node).Take(MostNearest)];
    }

    private static int Distance(string meant, string node)
    {
        var nearest = EditDistance.Between(meant, node);
        for (var dot = node.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = node.IndexOf('.', dot + 1))
            nearest = Math.Min(nearest, EditDistance.Between(meant, node.AsSpan(dot + 1)));
        // "perms" and "basics" name what is below them.
        return node.EndsWith(".*", StringComparison.Ordinal) ? Math.Min(nearest, Distance(meant, node[..^2])) : nearest;
    }
}
