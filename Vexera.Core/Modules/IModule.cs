using Microsoft.Extensions.DependencyInjection;

namespace Vexera.Core.Modules;

/// <summary>A feature: one folder, one line in <see cref="ModuleCatalog"/>.</summary>
internal interface IModule
{
    /// <summary>The name in <c>Modules:{Name}</c> of appsettings and in metrics.</summary>
    string Name { get; }

    /// <summary>Registers the module's options, commands, handlers and stores.</summary>
    void Register(IServiceCollection services);
}
