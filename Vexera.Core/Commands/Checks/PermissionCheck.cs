using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Checks;

/// <summary>
/// The caller needs the command's permission node: allowed by the guild's rules or, where they say nothing, by the Discord
/// permissions that the command takes by default. While the rules are not known, what one of them may deny is refused. Commands for the bot's owner are for nobody else, whatever a guild allows.
/// </summary>
/// <param name="owners">Who owns the bot.</param>
/// <param name="rules">What guilds allow and deny.</param>
internal sealed class PermissionCheck(IBotOwners owners, INodeRules rules) : ICommandCheck
{
    /// <inheritdoc/>
    public async ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var definition = context.Command.Definition;
        if (definition.OwnerOnly)
        {
            return await owners.IsOwnerAsync(context.User.Id, cancellationToken)
                ? null
                : new Refusal("owner_only", CommandsText.OwnerOnly(context.Call));
        }

        if (!definition.HasNode)
            return null;
        var nodes = context.GuildId is { } guild ? await rules.FindAsync(guild, cancellationToken) : GuildNodes.None;
        var decision = NodeDecision.Of(nodes, context.Command, NodeCaller.Of(context));
        if (decision.IsAllowed)
            return null;
        if (decision.IsInDoubt)
            return new Refusal("permission", NodesText.Unknown(context.Call));
        return new Refusal("permission", decision.Rule is { } rule
            ? NodesText.Denied(context.Call, rule)
            : CommandsText.PermissionMissing(context.Call, PermissionNames.Of(decision.Missing)));
    }
}
