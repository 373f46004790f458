using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Checks;

/// <summary>The bot must stand above whom the command acts on. Where its own roles are not known, Discord decides.</summary>
/// <param name="self">Who the bot is.</param>
internal sealed class BotHierarchyCheck(ISelf self) : ICommandCheck
{
    /// <inheritdoc/>
    public ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            context.Guild is { Self: { } membership } guild && self.User is { } bot
            && (OfTarget(context, guild, bot, membership) ?? OfRole(context, guild, bot, membership)) is { } problem
                ? new Refusal("bot_hierarchy", problem)
                : null);

    private static Text? OfTarget(CommandContext context, GuildState guild, User bot, Member membership) =>
        context.Target is not { Member: { } member } target || Hierarchy.MayActOn(guild, bot.Id, membership.Roles, target.Id, member.Roles)
            ? null
            : CommandsText.TargetNotBelowBot(
                InlineCode.Of(target.User.Username), RoleNames.HighestOf(guild, member.Roles), RoleNames.HighestOf(guild, membership.Roles));

    private static Text? OfRole(CommandContext context, GuildState guild, User bot, Member membership) =>
        context.Command.Definition.Role is not { } rule || !context.Arguments.TryGet(rule.Argument, out var role)
        || Hierarchy.MayManage(guild, bot.Id, membership.Roles, role)
            ? null
            : CommandsText.RoleNotBelowBot(InlineCode.Of(role.Name), RoleNames.HighestOf(guild, membership.Roles));
}
