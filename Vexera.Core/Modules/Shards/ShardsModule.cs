using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Modules.Shards;

/// <summary>For the owner: the connections to Discord.</summary>
internal sealed class ShardsModule : IModule
{
    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("shards", ShardsText.Category);

    /// <inheritdoc/>
    public string Name => "Shards";

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<ShardsOptions>(Name)
        .AddSingleton<LateAnswer>()
        .AddCommand<ShardsCommand>(Name);
}
