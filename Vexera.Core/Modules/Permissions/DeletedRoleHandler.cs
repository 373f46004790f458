using Vexera.Core.Commands.Nodes;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Removes the rules of a role that is deleted; its id never comes back.</summary>
/// <param name="rules">The rules.</param>
internal sealed class DeletedRoleHandler(INodeRules rules) : IEventHandler<GuildRoleDeleteEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<GuildRoleDeleteEvent> context, CancellationToken cancellationToken)
    {
        var (guild, role) = (context.Event.GuildId, new NodeSubject(NodeTier.Role, context.Event.RoleId));
        if (await rules.FindAsync(guild, cancellationToken) is { } nodes && HasRules(nodes, role))
            await rules.ChangeAsync(guild, before => HasRules(before, role) ? before.Without(rule => rule.Subject == role) : before, cancellationToken);
    }

    private static bool HasRules(GuildNodes nodes, NodeSubject role) => nodes.Of(role).Any();
}
