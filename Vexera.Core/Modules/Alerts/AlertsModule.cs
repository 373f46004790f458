using Microsoft.Extensions.DependencyInjection;

namespace Vexera.Core.Modules.Alerts;

/// <summary>For the owner: what fires is told in a channel and by a webhook.</summary>
internal sealed class AlertsModule : IModule
{
    /// <summary>The module's name.</summary>
    public const string ModuleName = "Alerts";

    /// <inheritdoc/>
    public string Name => ModuleName;

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<AlertsOptions>(Name)
        .AddSingleton<AlertMessageStore>()
        .AddSingleton<AlertPlaces>()
        .AddSingleton<AlertTeller>()
        .AddHostedService(provider => provider.GetRequiredService<AlertTeller>());
}
