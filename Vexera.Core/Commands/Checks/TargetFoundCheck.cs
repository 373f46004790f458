using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Checks;

/// <summary>Whom or what the command acts on must be there, and be something that can be acted on. The person is filled in on the way.</summary>
/// <param name="users">Finds accounts and memberships.</param>
internal sealed class TargetFoundCheck(UserLookup users) : ICommandCheck
{
    /// <inheritdoc/>
    public async ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var definition = context.Command.Definition;
        if (context.GuildId is not { } guildId || (definition.Target is null && definition.Role is null))
            return null;
        if (context.Guild is null)
            return Refused(CommandsText.GuildNotYetKnown);
        if (definition.Target is { } rule && context.Arguments.TryGet(rule.Argument, out var reference))
        {
            context.Target = await users.FindAsync(guildId, reference, cancellationToken);
            if (Problem(rule, reference, context) is { } problem)
                return Refused(problem);
        }

        return definition.Role is { } roleRule && context.Arguments.TryGet(roleRule.Argument, out var role)
            && (role.Managed || role.Id == guildId)
                ? Refused(CommandsText.RoleNotForHands(InlineCode.Of(role.Name)))
                : null;
    }

    private static Text? Problem(TargetRule rule, UserReference reference, CommandContext context)
    {
        if (context.Target is not { } target)
            return CommandsText.TargetUnknown(InlineCode.Of(reference.Id.ToString()));
        return rule.MustBeMember && target.Member is null
            ? CommandsText.TargetNotMember(InlineCode.Of(target.User.Username), context.Call)
            : null;
    }

    private static Refusal Refused(Text problem) => new("target", problem);
}
