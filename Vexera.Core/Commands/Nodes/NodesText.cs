using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Nodes;

/// <summary>What is said about permission nodes in general; the wording is in NodesText.resx.</summary>
internal static class NodesText
{
    private static readonly TextSet Set = new(typeof(NodesText));

    public static Text DeniedToUser(string call, string node) => Set.With([call, node]);

    public static Text DeniedToRole(string call, string node, string role) => Set.With([call, node, role]);

    public static Text DeniedToEveryone(string call, string node) => Set.With([call, node]);

    public static Text Unknown(string call) => Set.With([call]);

    /// <summary>Why a rule refuses its caller.</summary>
    public static Text Denied(string call, NodeRule rule) => rule.Subject.Tier switch
    {
        NodeTier.User => DeniedToUser(call, rule.Node.Text),
        NodeTier.Role => DeniedToRole(call, rule.Node.Text, $"<@&{rule.Subject.Id}>"),
        _ => DeniedToEveryone(call, rule.Node.Text),
    };
}
