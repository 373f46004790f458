using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord;

namespace Vexera.Tests.Commands.Nodes;

/// <summary>The rule that decides, found from the words of the specification alone: every rule is looked at, nothing is prepared.</summary>
internal static class SlowNodes
{
    /// <summary>True for allowed, false for denied, null for neutral.</summary>
    public static bool? Decide(IReadOnlyList<NodeRule> rules, string command, Snowflake user, IReadOnlyCollection<Snowflake> roles)
    {
        bool[][] tiers =
        [
            Strongest(rules.Where(rule => rule.Subject == new NodeSubject(NodeTier.User, user)), command),
            Strongest(rules.Where(rule => rule.Subject.Tier == NodeTier.Role && roles.Contains(rule.Subject.Id)), command),
            Strongest(rules.Where(rule => rule.Subject.Tier == NodeTier.Everyone), command),
        ];
        return tiers.Where(tier => tier.Length > 0).Select(tier => (bool?)!tier.Contains(false)).FirstOrDefault();
    }

    // Whether each of the longest nodes that fit allows.
    private static bool[] Strongest(IEnumerable<NodeRule> rules, string command)
    {
        var fitting = rules.Where(rule => Fits(rule.Node.Text.Split('.'), command.Split('.'))).ToList();
        var longest = fitting.Select(rule => Names(rule)).DefaultIfEmpty().Max();
        return [.. fitting.Where(rule => Names(rule) == longest).Select(rule => rule.Effect == NodeEffect.Allow)];
    }

    private static int Names(NodeRule rule) => rule.Node.Text.Split('.').Count(name => name != "*");

    private static bool Fits(string[] pattern, string[] command)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "*")
                return command.Length > i;
            if (i >= command.Length || pattern[i] != command[i])
                return false;
        }

        return pattern.Length == command.Length;
    }
}
