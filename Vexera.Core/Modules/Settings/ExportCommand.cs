using System.Data.Common;
using System.Text;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Settings;

/// <summary><c>settings export</c>: everything that this server has set, as a file.</summary>
internal sealed class ExportCommand(SettingsFile file) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = SettingsModule.Group,
        Name = "export",
        Category = SettingsModule.Category,
        Description = SettingsText.ExportDescription,
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
        Ephemeral = true,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            var guild = context.GuildId!.Value;
            var content = Encoding.UTF8.GetBytes(await file.WriteAsync(guild, cancellationToken));
            return context.Say(SettingsText.Exported) with
            {
                Files = [new OutgoingFile($"settings-{guild}.json", content, "application/json")],
            };
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            return context.Refuse(SettingsText.NoStorage);
        }
    }
}
