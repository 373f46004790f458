using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Nodes;

/// <summary>Whether a person may use a command, and what decided.</summary>
/// <param name="IsAllowed">Whether they may.</param>
/// <param name="IsOwner">They own the guild, which passes every node.</param>
/// <param name="Rule">The rule that decided; null when the owner passed or everything was neutral.</param>
/// <param name="Missing">What they lack of the Discord permission that the command takes by default, when nothing else decided.</param>
internal readonly record struct NodeDecision(bool IsAllowed, bool IsOwner, NodeRule? Rule, Permission Missing)
{
    /// <summary>Refused only because the guild's rules are not known: one of them may deny it.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>
    /// Decides: the guild's owner passes, else the deciding rule, else the command's default permission. Where the rules are not
    /// known, everyone but the owner is refused what takes a permission, since a rule may deny it to them. Allocates nothing.
    /// </summary>
    /// <param name="nodes">The guild's rules; null while they are not known.</param>
    /// <param name="command">The command; not one for the bot's owner, which nodes do not reach.</param>
    /// <param name="caller">The person.</param>
    public static NodeDecision Of(GuildNodes? nodes, CommandEntry command, in NodeCaller caller)
    {
        if (caller.IsOwner)
            return new NodeDecision(true, true, null, Permission.None);
        if (nodes is null)
            return InDoubt(command);
        if (nodes.Deciding(command.Node, caller.UserId, caller.Roles) is { } rule)
            return new NodeDecision(rule.Effect == NodeEffect.Allow, false, rule, Permission.None);
        var missing = command.Definition.DefaultPermission & ~caller.Permissions;
        return new NodeDecision(missing == Permission.None, false, null, missing);
    }

    private static NodeDecision InDoubt(CommandEntry command)
    {
        var isForAll = command.Definition.DefaultPermission == Permission.None;
        return new NodeDecision(isForAll, false, null, Permission.None) { IsInDoubt = !isForAll };
    }
}
