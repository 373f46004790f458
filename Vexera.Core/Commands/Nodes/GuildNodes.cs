using System.Collections.Frozen;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Nodes;

/// <summary>
/// The permission rules of one guild, arranged so that the one that decides is found without allocating. Immutable: a change
/// makes a new one.
/// </summary>
internal sealed class GuildNodes
{
    private readonly NodeRule[] _everyone;
    private readonly FrozenDictionary<Snowflake, NodeRule[]> _roles;
    private readonly FrozenDictionary<Snowflake, NodeRule[]> _users;

    /// <param name="rules">The rules; one for each subject and node.</param>
    public GuildNodes(IEnumerable<NodeRule> rules)
    {
        // The longest node first, so that the first that covers a command decides for its subject.
        Rules = [.. rules
            .OrderByDescending(rule => rule.Subject.Tier)
            .ThenBy(rule => rule.Subject.Id)
            .ThenByDescending(rule => rule.Node.Length)
            .ThenBy(rule => rule.Node.Text, StringComparer.Ordinal)];
        _everyone = [.. Of(NodeTier.Everyone)];
        _roles = BySubject(NodeTier.Role);
        _users = BySubject(NodeTier.User);
    }

    /// <summary>Everything neutral.</summary>
    public static GuildNodes None { get; } = new([]);

    /// <summary>The rules: users', then roles', then everyone's; by subject, of one subject the longest node first.</summary>
    public IReadOnlyList<NodeRule> Rules { get; }

    /// <summary>
    /// The rule that decides about a command: a user's beats a role's beats everyone's; within a tier a longer node beats a
    /// shorter one; of equally long ones, as two roles may have, deny wins. Null when none covers it. Allocates nothing.
    /// </summary>
    /// <param name="node">The command's node.</param>
    /// <param name="userId">The caller.</param>
    /// <param name="roles">The caller's roles, without @everyone.</param>
    public NodeRule? Deciding(string node, Snowflake userId, IReadOnlyList<Snowflake> roles)
    {
        if (_users.Count > 0 && _users.TryGetValue(userId, out var own) && Longest(own, node) is { } ofUser)
            return ofUser;
        return OfRoles(node, roles) ?? Longest(_everyone, node);
    }

    /// <summary>The subject's rule for exactly this node; null when it is neutral.</summary>
    public NodeRule? Find(NodeSubject subject, NodePattern node) => Rules.FirstOrDefault(rule => rule.Subject == subject && rule.Node.Equals(node));

    /// <summary>The rules of a subject.</summary>
    public IEnumerable<NodeRule> Of(NodeSubject subject) => Rules.Where(rule => rule.Subject == subject);

    /// <summary>With a rule, in place of the one for the same subject and node.</summary>
    public GuildNodes With(NodeRule rule) => new(Rules.Where(other => !(other.Subject == rule.Subject && other.Node.Equals(rule.Node))).Append(rule));

    /// <summary>Without some rules.</summary>
    public GuildNodes Without(Func<NodeRule, bool> gone) => new(Rules.Where(rule => !gone(rule)));

    private NodeRule? OfRoles(string node, IReadOnlyList<Snowflake> roles)
    {
        if (_roles.Count == 0)
            return null;
        NodeRule? deciding = null;
        for (var i = 0; i < roles.Count; i++)
        {
            if (_roles.TryGetValue(roles[i], out var rules) && Longest(rules, node) is { } rule && Beats(rule, deciding))
                deciding = rule;
        }

        return deciding;
    }

    private static bool Beats(NodeRule rule, NodeRule? other) =>
        other is null
        || rule.Node.Length > other.Node.Length
        || (rule.Node.Length == other.Node.Length && rule.Effect == NodeEffect.Deny && other.Effect == NodeEffect.Allow);

    private static NodeRule? Longest(NodeRule[] rules, string node)
    {
        foreach (var rule in rules)
        {
            if (rule.Node.Covers(node))
                return rule;
        }

        return null;
    }

    private IEnumerable<NodeRule> Of(NodeTier tier) => Rules.Where(rule => rule.Subject.Tier == tier);

    private FrozenDictionary<Snowflake, NodeRule[]> BySubject(NodeTier tier) =>
        Of(tier).GroupBy(rule => rule.Subject.Id).ToFrozenDictionary(group => group.Key, group => group.ToArray());
}
