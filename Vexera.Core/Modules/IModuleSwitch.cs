using Microsoft.Extensions.Options;

namespace Vexera.Core.Modules;

/// <summary>One module's switch.</summary>
internal interface IModuleSwitch
{
    /// <summary>The module.</summary>
    string Module { get; }

    /// <summary>Whether it is on now.</summary>
    bool IsOn { get; }

    /// <summary>Calls back after it may have changed.</summary>
    IDisposable? OnChange(Action changed);
}

/// <summary>A switch that follows the module's section of the settings.</summary>
/// <typeparam name="TOptions">The module's options.</typeparam>
/// <param name="module">The module.</param>
/// <param name="options">Its options.</param>
internal sealed class ModuleSwitch<TOptions>(string module, IOptionsMonitor<TOptions> options) : IModuleSwitch
    where TOptions : class, IModuleOptions
{
    /// <inheritdoc/>
    public string Module => module;

    /// <inheritdoc/>
    public bool IsOn => options.CurrentValue.Enabled;

    /// <inheritdoc/>
    public IDisposable? OnChange(Action changed) => options.OnChange(_ => changed());
}
