using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.Dispatch;

namespace Vexera.Core.Modules;

/// <summary>Registers the features.</summary>
internal static class ModulesRegistration
{
    /// <summary>Adds every module of the catalog, and their switches.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services)
    {
        services.TryAddSingleton<ModuleSwitches>();
        services.TryAddSingleton<IModuleSwitches>(provider => provider.GetRequiredService<ModuleSwitches>());
        services.TryAddSingleton<ISwitchboard, Switchboard>();
        foreach (var module in ModuleCatalog.All)
            module.Register(services);
        return services;
    }

    /// <summary>Adds a module's options, read from <c>Modules:{Name}</c>, and the switch among them.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="module">The module's name.</param>
    public static IServiceCollection AddModuleSettings<TOptions>(this IServiceCollection services, string module)
        where TOptions : class, IModuleOptions
    {
        services.AddSettings<TOptions>($"Modules:{module}");
        return services.AddSingleton<IModuleSwitch>(provider => ActivatorUtilities.CreateInstance<ModuleSwitch<TOptions>>(provider, module));
    }
}
