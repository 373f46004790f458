using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Core.Modules.Greeting;

/// <summary>"Thanks for adding me", once to a guild, ever.</summary>
internal sealed class GreetingModule : IModule
{
    /// <summary>The module's name.</summary>
    public const string ModuleName = "Greeting";

    /// <inheritdoc/>
    public string Name => ModuleName;

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<GreetingOptions>(Name)
        .AddSingleton<ThanksLedger>()
        .AddSingleton<ThanksBaseline>()
        .AddSingleton<KnownGuilds>()
        .AddSingleton<Thanks>()
        .AddSingleton<UndecidedThanks>()
        .AddHostedService(provider => provider.GetRequiredService<UndecidedThanks>())
        .AddHostedService(provider => provider.GetRequiredService<KnownGuilds>())
        .AddEventHandler<GuildCreateEvent, ThanksHandler>(Name);
}
