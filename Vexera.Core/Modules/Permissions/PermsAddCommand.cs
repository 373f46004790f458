using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary><c>perms add &lt;everyone|role|user&gt; &lt;node&gt;</c>: allows a node.</summary>
internal sealed class PermsAddCommand(RuleDesk desk) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = PermissionsModule.Group,
        Name = "add",
        Aliases = ["allow"],
        Category = PermissionsModule.Category,
        Description = PermissionsText.AddDescription,
        Details = PermissionsText.ChangeDetails,
        Arguments = [RuleDesk.Target, RuleDesk.Node],
        Examples = ["Moderators basics.prefix", "everyone basics.*"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        desk.SetAsync(context, NodeEffect.Allow, cancellationToken);
}
