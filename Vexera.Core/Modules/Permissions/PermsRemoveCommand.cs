using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary><c>perms remove &lt;everyone|role|user&gt; &lt;node&gt;</c>: makes a node neutral again.</summary>
internal sealed class PermsRemoveCommand(RuleDesk desk) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = PermissionsModule.Group,
        Name = "remove",
        Aliases = ["neutral"],
        Category = PermissionsModule.Category,
        Description = PermissionsText.RemoveDescription,
        Details = PermissionsText.ChangeDetails,
        Arguments = [RuleDesk.Target, RuleDesk.Node],
        Examples = ["everyone basics.about"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        desk.RemoveAsync(context, cancellationToken);
}
