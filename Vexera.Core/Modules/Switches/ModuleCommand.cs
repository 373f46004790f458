using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Switches;

namespace Vexera.Core.Modules.Switches;

/// <summary><c>module [enable|disable] [name]</c>: switches a module for every server.</summary>
internal sealed class ModuleCommand(SwitchDesk desk) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "module",
        Category = SwitchesModule.Category,
        Description = SwitchesText.ModuleDescription,
        Details = SwitchesText.Details,
        Arguments = [SwitchDesk.Action, SwitchDesk.ModuleName],
        Examples = ["", "disable greeting", "enable greeting"],
        OwnerOnly = true,
        Essential = true,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, SwitchKind.Module, SwitchDesk.ModuleName, cancellationToken);
}
