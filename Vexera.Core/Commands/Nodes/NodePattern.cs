using System.Diagnostics.CodeAnalysis;

namespace Vexera.Core.Commands.Nodes;

/// <summary>
/// A node as a rule writes it: a command (<c>basics.ping</c>, <c>permissions.perms.add</c>), everything below a category or a
/// group of sub-commands (<c>basics.*</c>, <c>permissions.perms.*</c>), or everything (<c>*</c>).
/// </summary>
internal sealed class NodePattern : IEquatable<NodePattern>
{
    /// <summary>The most characters a node has: a category and two names with dots between.</summary>
    public const int Longest = 98;

    private const string Wildcard = "*";

    private readonly bool _isExact;

    private NodePattern(string text)
    {
        Text = text;
        _isExact = !text.EndsWith('*');
        Length = text.Split('.').Length - (_isExact ? 0 : 1);
    }

    /// <summary>The node for everything.</summary>
    public static NodePattern Everything { get; } = new(Wildcard);

    /// <summary>The node in lower case.</summary>
    public string Text { get; }

    /// <summary>How many names it has, by which a longer node beats a shorter one: <c>*</c> 0, <c>basics.*</c> 1, <c>basics.ping</c> 2.</summary>
    public int Length { get; }

    /// <summary>Reads a node in any case; names are those that commands can have. Whether there is such a command is not asked.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out NodePattern? pattern)
    {
        var written = text.ToLowerInvariant();
        var names = written.Split('.');
        var isNode = written.Length <= Longest
            && (names[^1] == Wildcard ? names[..^1].All(IsName) : names.Length > 1 && names.All(IsName));
        pattern = isNode ? new NodePattern(written) : null;
        return isNode;
    }

    /// <summary>Every node that covers a command: its own, its group's and category's, and <c>*</c>; the longest first.</summary>
    /// <param name="node">The command's node.</param>
    public static IEnumerable<NodePattern> Covering(string node)
    {
        yield return new NodePattern(node);
        for (var end = node.LastIndexOf('.'); end > 0; end = node.LastIndexOf('.', end - 1))
            yield return new NodePattern(node[..(end + 1)] + Wildcard);
        yield return Everything;
    }

    /// <summary>Whether a command's node is this one or below it. Allocates nothing.</summary>
    public bool Covers(string node) => _isExact
        ? string.Equals(node, Text, StringComparison.Ordinal)
        : node.AsSpan().StartsWith(Text.AsSpan(0, Text.Length - Wildcard.Length));

    /// <inheritdoc/>
    public bool Equals(NodePattern? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NodePattern);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The node.</summary>
    public override string ToString() => Text;

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
}
