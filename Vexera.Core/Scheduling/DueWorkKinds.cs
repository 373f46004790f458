using System.Collections.Frozen;
using Vexera.Core.Dispatch;

namespace Vexera.Core.Scheduling;

/// <summary>Says that a module has a handler of due work.</summary>
/// <param name="Module">The module.</param>
/// <param name="Handler">Finds the handler.</param>
internal sealed record DueWorkRegistration(string Module, Func<IServiceProvider, IDueWorkHandler> Handler);

/// <summary>The kinds of work, each with its handler and its module's switch.</summary>
internal sealed class DueWorkKinds
{
    private readonly FrozenDictionary<string, (IDueWorkHandler Handler, string Module)> _kinds;
    private readonly IModuleSwitches _switches;

    /// <param name="registrations">Every handler.</param>
    /// <param name="services">Where handlers are.</param>
    /// <param name="switches">Which modules are on.</param>
    public DueWorkKinds(IEnumerable<DueWorkRegistration> registrations, IServiceProvider services, IModuleSwitches switches)
    {
        _switches = switches;
        _kinds = registrations
            .Select(one => (Handler: one.Handler(services), one.Module))
            .ToDictionary(one => one.Handler.Kind, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The kinds whose module is on.</summary>
    public IReadOnlyList<string> On => [.. _kinds.Where(one => _switches.IsOn(one.Value.Module)).Select(one => one.Key)];

    /// <summary>Whether there is a handler, its module being on or off.</summary>
    public bool Has(string kind) => _kinds.ContainsKey(kind);

    /// <summary>The handler of a kind that there is.</summary>
    public IDueWorkHandler HandlerOf(string kind) => _kinds[kind].Handler;

    /// <summary>Calls back after <see cref="On"/> may have changed, until the result is disposed.</summary>
    public IDisposable OnChange(Action changed) => _switches.OnChange(changed);
}
