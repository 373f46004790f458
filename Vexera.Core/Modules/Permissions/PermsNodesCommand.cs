using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary><c>perms nodes</c>: every node there is, with what its command takes by default.</summary>
internal sealed class PermsNodesCommand(NodeCatalog catalog) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = PermissionsModule.Group,
        Name = "nodes",
        Category = PermissionsModule.Category,
        Description = PermissionsText.NodesDescription,
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.Say(Lines()));

    /// <summary>What it says, line by line.</summary>
    internal IEnumerable<Text> Lines()
    {
        yield return PermissionsText.NodesHeading;
        foreach (var chapter in catalog.Commands.GroupBy(command => command.Definition.Category))
        {
            yield return PermissionsText.NodesChapter(chapter.Key.Title, $"{chapter.Key.Name}.*");
            foreach (var group in chapter.Select(command => command.Definition.Group).OfType<CommandGroup>().Distinct())
                yield return PermissionsText.NodesGroup($"{chapter.Key.Name}.{group.Name}.*", group.Description);
            foreach (var command in chapter)
            {
                yield return command.Definition.DefaultPermission == Permission.None
                    ? PermissionsText.NodesEntry(command.Node)
                    : PermissionsText.NodesEntryWith(command.Node, PermissionNames.Of(command.Definition.DefaultPermission));
            }
        }
    }
}
