using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Settings;

/// <summary><c>settings disable &lt;command|chapter&gt;</c>: switches a command, or all of a chapter, on this server.</summary>
internal sealed class DisableCommand(SwitchDesk desk) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = SettingsModule.Group,
        Name = "disable",
        Category = SettingsModule.Category,
        Description = SettingsText.DisableDescription,
        Details = SettingsText.SwitchDetails,
        Arguments = [SwitchDesk.Name],
        Examples = ["ping"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
        EssentialInGuilds = true,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        desk.SetAsync(context, isOn: false, cancellationToken);
}
