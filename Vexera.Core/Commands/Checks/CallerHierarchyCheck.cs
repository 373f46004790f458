using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Checks;

/// <summary>The caller must stand above whom the command acts on. Nobody acts on themselves, on the bot or on the guild's owner.</summary>
/// <param name="self">Who the bot is.</param>
internal sealed class CallerHierarchyCheck(ISelf self) : ICommandCheck
{
    /// <inheritdoc/>
    public ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.Guild is { } guild && (OfTarget(context, guild) ?? OfRole(context, guild)) is { } problem
            ? new Refusal("hierarchy", problem)
            : null);

    private Text? OfTarget(CommandContext context, GuildState guild)
    {
        if (context.Target is not { } target)
            return null;
        var name = InlineCode.Of(target.User.Username);
        if (target.Id == context.User.Id)
            return CommandsText.TargetIsCaller(context.Call);
        if (target.Id == self.User?.Id)
            return CommandsText.TargetIsBot(context.Call);
        if (target.Id == guild.OwnerId)
            return CommandsText.TargetIsOwner(name, context.Call);
        if (target.Member is not { } member || Hierarchy.MayActOn(guild, context.User.Id, context.Member?.Roles ?? [], target.Id, member.Roles))
            return null;
        return CommandsText.TargetNotBelowCaller(
            name, RoleNames.HighestOf(guild, member.Roles), RoleNames.HighestOf(guild, context.Member?.Roles ?? []));
    }

    private static Text? OfRole(CommandContext context, GuildState guild)
    {
        if (context.Command.Definition.Role is not { } rule || !context.Arguments.TryGet(rule.Argument, out var role))
            return null;
        var roles = context.Member?.Roles ?? [];
        return Hierarchy.MayManage(guild, context.User.Id, roles, role)
            ? null
            : CommandsText.RoleNotBelowCaller(InlineCode.Of(role.Name), RoleNames.HighestOf(guild, roles));
    }
}
