using System.Collections.Frozen;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Dispatch;

namespace Vexera.Core.Modules;

/// <summary>The switches of all modules: off in the settings or by the owner is off.</summary>
/// <param name="switches">One for each module.</param>
/// <param name="owner">What the owner switched.</param>
internal sealed class ModuleSwitches(IEnumerable<IModuleSwitch> switches, OwnerSwitches owner) : IModuleSwitches
{
    private readonly FrozenDictionary<string, IModuleSwitch> _switches = switches.ToFrozenDictionary(one => one.Module, StringComparer.Ordinal);

    /// <summary>The modules' names, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. _switches.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public bool IsOn(string module) => IsOnInSettings(module) && !owner.IsOff(SwitchKind.Module, module);

    /// <summary>Whether the settings leave the module on, whatever the owner says.</summary>
    public bool IsOnInSettings(string module) => !_switches.TryGetValue(module, out var one) || one.IsOn;

    /// <inheritdoc/>
    public IDisposable OnChange(Action changed)
    {
        owner.Changed += changed;
        return new Subscriptions([.. _switches.Values.Select(one => one.OnChange(changed))], () => owner.Changed -= changed);
    }

    private sealed class Subscriptions(IDisposable?[] subscriptions, Action end) : IDisposable
    {
        public void Dispose()
        {
            end();
            foreach (var subscription in subscriptions)
                subscription?.Dispose();
        }
    }
}
