using Vexera.Core.Commands.Execution;

namespace Vexera.Core.Commands.Checks;

/// <summary>Modules and single commands can be switched off while the bot runs.</summary>
/// <param name="switches">What is on.</param>
internal sealed class SwitchedOnCheck(CommandSwitches switches) : ICommandCheck
{
    /// <inheritdoc/>
    public ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(switches.IsOn(context.Command)
            ? null
            : new Refusal("switched_off", CommandsText.SwitchedOff(context.Call), QuietOnPrefix: true));
}
