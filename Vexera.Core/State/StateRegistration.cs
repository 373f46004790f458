using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.State.Durable;

namespace Vexera.Core.State;

/// <summary>Registers the room of what is known.</summary>
internal static class StateRegistration
{
    /// <summary>Adds the guilds and the bot itself. Needs the database and an <see cref="IGuildStateSource"/>.</summary>
    public static IServiceCollection AddState(this IServiceCollection services)
    {
        services.AddSettings<StateOptions>(StateOptions.Section);
        services.TryAddSingleton<IStateStore, DatabaseStateStore>();
        services.TryAddSingleton<IGuildJournal, UncommittedGuilds>();
        services.TryAddSingleton<GuildRecords>();
        services.TryAddSingleton<IGuildCacheControl>(provider => provider.GetRequiredService<GuildRecords>());
        services.TryAddSingleton<GuildFetches>();
        services.TryAddSingleton<GuildStateStore>();
        services.TryAddSingleton<IGuildStates>(provider => provider.GetRequiredService<GuildStateStore>());
        services.TryAddSingleton<SelfState>();
        services.TryAddSingleton<ISelf>(provider => provider.GetRequiredService<SelfState>());
        services.TryAddSingleton<StateUpdates>();
        services.TryAddSingleton<SessionGuard>();
        return services;
    }
}
