using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Dispatch;

namespace Vexera.Core.Commands.Execution;

/// <summary>Which commands are on at the moment: off in the settings or by the owner is off.</summary>
/// <param name="modules">Which modules are on.</param>
/// <param name="options">Names single commands that are off.</param>
/// <param name="owner">What the owner switched.</param>
internal sealed class CommandSwitches(IModuleSwitches modules, IOptionsMonitor<CommandsOptions> options, OwnerSwitches owner)
{
    /// <summary>Whether the command and its module are on.</summary>
    public bool IsOn(CommandEntry command) =>
        modules.IsOn(command.Module) && IsOnInSettings(command) && !owner.IsOff(SwitchKind.Command, command.Definition.FullName);

    /// <summary>Whether the settings leave the command on, whatever its module and the owner say.</summary>
    public bool IsOnInSettings(CommandEntry command)
    {
        var off = options.CurrentValue.Disabled;
        return off.Count == 0 || !off.Contains(command.Definition.FullName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Calls back after a switch of a module or command may have changed, until the result is disposed.</summary>
    public IDisposable OnChange(Action changed)
    {
        var ofModules = modules.OnChange(changed);
        var ofSettings = options.OnChange(_ => changed());
        owner.Changed += changed;
        return new Subscription(() =>
        {
            ofModules.Dispose();
            ofSettings?.Dispose();
            owner.Changed -= changed;
        });
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
