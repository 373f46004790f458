using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>invite</c>: the link that adds the bot to a guild, with the permissions that its commands and modules need.</summary>
internal sealed class InviteCommand(
    ISelf self, CommandCatalog catalog, CommandSwitches switches, IModuleSwitches modules, IEnumerable<ModulePermission> beside) : ICommand
{
    private const Permission Talking = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads
        | Permission.ReadMessageHistory | Permission.EmbedLinks | Permission.AttachFiles;

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "invite",
        Category = BasicsModule.Category,
        Description = BasicsText.InviteDescription,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (self.Application is not { } application)
            return ValueTask.FromResult(context.Say(BasicsText.InviteNotReady));
        var permissions = catalog.All.Where(switches.IsOn).Select(command => command.Definition.BotPermission)
            .Concat(beside.Where(one => modules.IsOn(one.Module)).Select(one => one.Permission))
            .Aggregate(Talking, (sum, permission) => sum | permission);
        return ValueTask.FromResult(context.Say(BasicsText.InviteAnswer(InviteLink.For(application.Id, permissions))));
    }
}
