using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Modules.Cache;

/// <summary>For the owner: what is kept in memory.</summary>
internal sealed class CacheModule : IModule
{
    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("cache", CacheText.Category);

    /// <inheritdoc/>
    public string Name => "Cache";

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<CacheOptions>(Name)
        .AddCommand<CacheCommand>(Name);
}
