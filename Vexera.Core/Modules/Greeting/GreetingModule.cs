using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Core.Modules.Greeting;

/// <summary>"Thanks for adding me", once to a guild, ever.</summary>
internal sealed class GreetingModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Greeting";

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
