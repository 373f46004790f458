using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary><c>perms clear &lt;everyone|role|user&gt;</c>: makes all nodes neutral for one of them.</summary>
internal sealed class PermsClearCommand(RuleDesk desk) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = PermissionsModule.Group,
        Name = "clear",
        Category = PermissionsModule.Category,
        Description = PermissionsText.ClearDescription,
        Arguments = [RuleDesk.Target],
        Examples = ["everyone", "Moderators"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        desk.ClearAsync(context, cancellationToken);
}
