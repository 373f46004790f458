using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary>What decided about a command, in words.</summary>
internal static class DecisionText
{
    /// <summary>One sentence or two.</summary>
    public static Text Of(CommandContext context, CommandEntry command, NodeDecision decision)
    {
        if (decision.IsOwner)
            return PermissionsText.BecauseOwner;
        if (decision.Rule is { } rule)
            return OfRule(context, rule);
        var takes = command.Definition.DefaultPermission;
        if (takes == Permission.None)
            return PermissionsText.BecauseNothing(command.Node);
        return decision.IsAllowed
            ? PermissionsText.BecauseHeld(command.Node, PermissionNames.Of(takes))
            : PermissionsText.BecauseMissing(command.Node, PermissionNames.Of(decision.Missing));
    }

    private static Text OfRule(CommandContext context, NodeRule rule)
    {
        var why = rule.Subject.Tier switch
        {
            NodeTier.User => PermissionsText.TierUser,
            NodeTier.Role => PermissionsText.TierRole,
            _ => PermissionsText.TierEveryone,
        };
        var (name, by, at) = (Subjects.Name(context, rule.Subject), $"<@{rule.SetBy}>", Timestamp.Relative(rule.SetAt));
        return rule.Effect == NodeEffect.Allow
            ? PermissionsText.BecauseAllowed(rule.Node.Text, name, by, at, why)
            : PermissionsText.BecauseDenied(rule.Node.Text, name, by, at, why);
    }
}
