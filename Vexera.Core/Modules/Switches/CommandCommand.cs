using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Switches;

namespace Vexera.Core.Modules.Switches;

/// <summary><c>command [enable|disable] [name]</c>: switches a command for every server.</summary>
internal sealed class CommandCommand(SwitchDesk desk) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "command",
        Category = SwitchesModule.Category,
        Description = SwitchesText.CommandDescription,
        Details = SwitchesText.Details,
        Arguments = [SwitchDesk.Action, SwitchDesk.CommandName],
        Examples = ["", "disable ping", "enable ping"],
        OwnerOnly = true,
        Essential = true,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, SwitchKind.Command, SwitchDesk.CommandName, cancellationToken);
}
