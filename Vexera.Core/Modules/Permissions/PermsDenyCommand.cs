using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary><c>perms deny &lt;everyone|role|user&gt; &lt;node&gt;</c>: denies a node.</summary>
internal sealed class PermsDenyCommand(RuleDesk desk) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = PermissionsModule.Group,
        Name = "deny",
        Category = PermissionsModule.Category,
        Description = PermissionsText.DenyDescription,
        Details = PermissionsText.ChangeDetails,
        Arguments = [RuleDesk.Target, RuleDesk.Node],
        Examples = ["everyone basics.about", "Moderators basics.*"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        desk.SetAsync(context, NodeEffect.Deny, cancellationToken);
}
