using CsCheck;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord;

namespace Vexera.Tests.Commands.Nodes;

/// <summary>Rules that tests make, and rules made at random.</summary>
internal static class TestNodes
{
    public static readonly Snowflake Guild = new(10);

    /// <summary>Commands that share categories and groups.</summary>
    public static readonly string[] CommandNodes = ["a.one", "a.two", "a.group.one", "a.group.two", "ab.one", "b.one"];

    private static readonly string[] Nodes = [.. CommandNodes.SelectMany(NodePattern.Covering).Select(node => node.Text).Distinct()];

    /// <summary>Any rule of few subjects, so that they meet.</summary>
    public static readonly Gen<NodeRule> AnyRule = Gen.Select(
        Gen.OneOf(
            Gen.Const(Everyone),
            Gen.ULong[1, 4].Select(id => Role(id)),
            Gen.ULong[1, 3].Select(id => User(id))),
        Gen.Int[0, Nodes.Length - 1].Select(index => Nodes[index]),
        Gen.Bool,
        (subject, node, allows) => Rule(subject, node, allows ? NodeEffect.Allow : NodeEffect.Deny));

    /// <summary>Any of the commands.</summary>
    public static readonly Gen<string> AnyCommand = Gen.Int[0, CommandNodes.Length - 1].Select(index => CommandNodes[index]);

    /// <summary>Any set of rules, one for each subject and node.</summary>
    public static readonly Gen<GuildNodes> Any = AnyRule.List[0, 12]
        .Select(rules => rules.Aggregate(GuildNodes.None, (nodes, rule) => nodes.With(rule)));

    /// <summary>Any of the roles that rules may speak of, and some they do not.</summary>
    public static readonly Gen<Snowflake[]> AnyRoles = Gen.ULong[1, 6].List[0, 4].Select(ids => ids.Distinct().Select(id => new Snowflake(id)).ToArray());

    public static NodeSubject Everyone => new(NodeTier.Everyone, Guild);

    public static NodeSubject Role(ulong id) => new(NodeTier.Role, new Snowflake(id));

    public static NodeSubject User(ulong id) => new(NodeTier.User, new Snowflake(id));

    public static NodeRule Allow(NodeSubject subject, string node) => Rule(subject, node, NodeEffect.Allow);

    public static NodeRule Deny(NodeSubject subject, string node) => Rule(subject, node, NodeEffect.Deny);

    public static NodePattern Pattern(string node) =>
        NodePattern.TryParse(node, out var pattern) ? pattern : throw new ArgumentException(node, nameof(node));

    private static NodeRule Rule(NodeSubject subject, string node, NodeEffect effect) =>
        new(subject, Pattern(node), effect, new Snowflake(1), DateTimeOffset.UnixEpoch);
}
