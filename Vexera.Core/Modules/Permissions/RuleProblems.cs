using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Says why a change of rules cannot be, whichever way it comes.</summary>
/// <param name="catalog">The nodes there are.</param>
internal sealed class RuleProblems(NodeCatalog catalog)
{
    private const int MostNamed = 5;

    /// <summary>Why a rule cannot be set for a subject; null when it can.</summary>
    public static Text? OfSubject(CommandContext context, FoundSubject found) => found switch
    {
        { Subject.Tier: NodeTier.Role, Role: null } => PermissionsText.RoleGone(found.Subject.Id.ToString(), Code(context, $"clear {found.Subject.Id}")),
        { Subject.Tier: NodeTier.User, User: null } => PermissionsText.UserUnknown(found.Subject.Id.ToString()),
        { Subject.Tier: NodeTier.User } when found.Subject.Id == context.Guild?.OwnerId => PermissionsText.OwnerNeedsNone($"<@{found.Subject.Id}>"),
        _ => OfRank(context, found),
    };

    /// <summary>Why a subject's rules are not the caller's to change: what is above the caller is not theirs; what is gone is nobody's.</summary>
    public static Text? OfRank(CommandContext context, FoundSubject found)
    {
        if (context.Guild is not { } guild || guild.OwnerId == context.User.Id || found.Subject.Id == context.User.Id)
            return null;
        var own = context.Member?.Roles ?? [];
        if (found.Role is { } role && Hierarchy.IsAbove(role, Hierarchy.HighestRole(guild, own)))
            return PermissionsText.RoleAbove($"<@&{role.Id}>", RoleNames.HighestOf(guild, own));
        return found.User is { Member: { } member } user && !Hierarchy.MayActOn(guild, context.User.Id, own, user.Id, member.Roles)
            ? PermissionsText.UserAbove($"<@{user.Id}>")
            : null;
    }

    /// <summary>That a change would open commands that its maker does not have.</summary>
    /// <param name="lacking">The commands, at least one.</param>
    public static Text NotYours(IReadOnlyList<CommandEntry> lacking)
    {
        var named = string.Join(", ", lacking.Take(MostNamed).Select(command => InlineCode.Of(command.Node)));
        return lacking.Count <= MostNamed ? PermissionsText.NotYours(named) : PermissionsText.NotYoursMore(named, lacking.Count - MostNamed);
    }

    /// <summary>That there is no such node, with the nearest.</summary>
    public Text UnknownNode(CommandContext context, string typed)
    {
        var nearest = catalog.Nearest(typed);
        return nearest.Count == 0
            ? PermissionsText.UnknownNode(InlineCode.Of(typed), Code(context, "nodes"))
            : PermissionsText.UnknownNodeNear(
                InlineCode.Of(typed), string.Join(", ", nearest.Select(node => InlineCode.Of(node.Text))), Code(context, "nodes"));
    }

    /// <summary>A command of this module, as the caller would write it.</summary>
    public static string Code(CommandContext context, string rest) => InlineCode.Of($"{context.Prefix}{PermissionsModule.Group.Name} {rest}");
}
