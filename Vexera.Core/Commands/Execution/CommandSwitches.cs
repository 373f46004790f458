using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Dispatch;

namespace Vexera.Core.Commands.Execution;

/// <summary>Which commands are on, by the settings of the moment.</summary>
/// <param name="modules">Which modules are on.</param>
/// <param name="options">Names single commands that are off.</param>
internal sealed class CommandSwitches(IModuleSwitches modules, IOptionsMonitor<CommandsOptions> options)
{
    /// <summary>Whether the command and its module are on.</summary>
    public bool IsOn(CommandEntry command)
    {
        var off = options.CurrentValue.Disabled;
        return modules.IsOn(command.Module)
            && (off.Count == 0 || !off.Contains(command.Definition.Name, StringComparer.OrdinalIgnoreCase));
    }
}
