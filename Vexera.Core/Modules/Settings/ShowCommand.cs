using System.Data.Common;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Settings;

/// <summary><c>settings show</c>: everything that this server has set.</summary>
internal sealed class ShowCommand(IEnumerable<IGuildSettingsPart> parts) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = SettingsModule.Group,
        Name = "show",
        Category = SettingsModule.Category,
        Description = SettingsText.ShowDescription,
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            var lines = new List<Text>();
            foreach (var part in parts)
                lines.AddRange(await part.ShowAsync(context.GuildId!.Value, cancellationToken));
            return context.Say(lines);
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            return context.Refuse(SettingsText.NoStorage);
        }
    }
}
