using System.Collections.Frozen;
using Vexera.Core.Dispatch;

namespace Vexera.Core.Modules;

/// <summary>The switches of all modules.</summary>
/// <param name="switches">One for each module.</param>
internal sealed class ModuleSwitches(IEnumerable<IModuleSwitch> switches) : IModuleSwitches
{
    private readonly FrozenDictionary<string, IModuleSwitch> _switches = switches.ToFrozenDictionary(one => one.Module, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool IsOn(string module) => !_switches.TryGetValue(module, out var one) || one.IsOn;

    /// <inheritdoc/>
    public IDisposable OnChange(Action changed) => new Subscriptions([.. _switches.Values.Select(one => one.OnChange(changed))]);

    private sealed class Subscriptions(IDisposable?[] subscriptions) : IDisposable
    {
        public void Dispose()
        {
            foreach (var subscription in subscriptions)
                subscription?.Dispose();
        }
    }
}
