using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Who wants to change rules.</summary>
/// <param name="Here">The person with the permissions of the channel, by which their own commands are checked.</param>
/// <param name="Everywhere">The person with the permissions of the guild as a whole, which is what a rule reaches.</param>
internal readonly record struct RuleSetter(NodeCaller Here, NodeCaller Everywhere)
{
    /// <summary>The caller of a command in a guild. Of a guild that is not known they have no permissions.</summary>
    public static RuleSetter Of(CommandContext context, DateTimeOffset now)
    {
        var here = NodeCaller.Of(context);
        var inGuild = context is { Guild: { } guild, Member: { } member }
            ? guild.PermissionsOf(context.User.Id, member, now)
            : Permission.None;
        return new RuleSetter(here, here with { Permissions = inGuild });
    }
}

/// <summary>
/// What nobody can do with rules: lose the right to manage them by their own hand, and give what they do not have
/// (docs/decisions/0012-permission-nodes.md). Pure.
/// </summary>
/// <param name="catalog">The nodes there are.</param>
internal sealed class RuleGuard(NodeCatalog catalog)
{
    /// <summary>Whether a change takes any of the commands of this module from who makes it.</summary>
    public bool LocksOut(GuildNodes before, GuildNodes after, RuleSetter setter) => Lost(before, after, setter)
        .Any(command => command.Definition.Group == PermissionsModule.Group);

    /// <summary>The commands that a change takes from who makes it.</summary>
    public IEnumerable<CommandEntry> Lost(GuildNodes before, GuildNodes after, RuleSetter setter) => catalog.Commands.Where(command =>
        NodeDecision.Of(before, command, setter.Here).IsAllowed && !NodeDecision.Of(after, command, setter.Here).IsAllowed);

    /// <summary>
    /// The commands that a change may open to somebody, although who makes it does not have them: what a new permission or a denial
    /// taken back covers. Denials that they set themselves do not bind them.
    /// </summary>
    public IReadOnlyList<CommandEntry> NotTheirs(GuildNodes before, GuildNodes after, RuleSetter setter)
    {
        var opened = after.Rules.Except(before.Rules).Where(rule => rule.Effect == NodeEffect.Allow)
            .Concat(before.Rules.Except(after.Rules).Where(rule => rule.Effect == NodeEffect.Deny))
            .Select(rule => rule.Node)
            .ToList();
        if (opened.Count == 0)
            return [];
        var binding = before.Without(rule => rule.Effect == NodeEffect.Deny && rule.SetBy == setter.Here.UserId);
        return [.. catalog.Commands.Where(command =>
            opened.Any(node => node.Covers(command.Node)) && !NodeDecision.Of(binding, command, setter.Everywhere).IsAllowed)];
    }
}
