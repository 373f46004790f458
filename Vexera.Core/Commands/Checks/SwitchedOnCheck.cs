using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Switches;

namespace Vexera.Core.Commands.Checks;

/// <summary>Modules and single commands can be switched off while the bot runs, everywhere or in one guild.</summary>
/// <param name="switches">What is on everywhere.</param>
/// <param name="guilds">What guilds have switched off.</param>
internal sealed class SwitchedOnCheck(CommandSwitches switches, GuildSwitches guilds) : ICommandCheck
{
    /// <inheritdoc/>
    public async ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!switches.IsOn(context.Command))
            return new Refusal("switched_off", CommandsText.SwitchedOff(context.Call), QuietOnPrefix: true);
        return context.GuildId is { } guild && await guilds.OffByAsync(guild, context.Command, cancellationToken) is { } node
            ? new Refusal("switched_off", CommandsText.SwitchedOffHere(context.Call, node))
            : null;
    }
}
