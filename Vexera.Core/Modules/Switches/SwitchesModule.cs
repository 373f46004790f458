using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Modules.Switches;

/// <summary>For the owner: what is on and off, for every server.</summary>
internal sealed class SwitchesModule : IModule
{
    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("switches", SwitchesText.Category);

    /// <inheritdoc/>
    public string Name => "Switches";

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<SwitchesOptions>(Name)
        .AddSingleton<SwitchDesk>()
        .AddCommand<ModuleCommand>(Name)
        .AddCommand<CommandCommand>(Name);
}
