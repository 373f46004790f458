using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;

namespace Vexera.Core.State;

/// <summary>Registers the room of what is known.</summary>
internal static class StateRegistration
{
    /// <summary>Adds the guilds and the bot itself. Needs the database and an <see cref="IGuildStateSource"/>.</summary>
    public static IServiceCollection AddState(this IServiceCollection services)
    {
        services.AddSettings<StateOptions>(StateOptions.Section);
        services.TryAddSingleton<IStateStore, DatabaseStateStore>();
        services.TryAddSingleton<GuildRecords>();
        services.TryAddSingleton<IGuildCacheControl>(provider => provider.GetRequiredService<GuildRecords>());
        services.TryAddSingleton<GuildFetches>();
        services.TryAddSingleton<GuildStateStore>();
        services.TryAddSingleton<IGuildStates>(provider => provider.GetRequiredService<GuildStateStore>());
        services.TryAddSingleton<IGuildCensus>(provider => provider.GetRequiredService<GuildStateStore>());
        services.TryAddSingleton<SelfState>();
        services.TryAddSingleton<ISelf>(provider => provider.GetRequiredService<SelfState>());
        services.TryAddSingleton<StateUpdates>();
        services.TryAddSingleton<StateJournal>();
        services.TryAddSingleton<IGuildJournal>(provider => provider.GetRequiredService<StateJournal>());
        return services;
    }

    /// <summary>
    /// Has State outlive the process: taken up at start, written behind while the bot runs, committed at the stop. Register it
    /// before what handles events: hosted services stop in reverse order.
    /// </summary>
    public static IServiceCollection AddDurableState(this IServiceCollection services)
    {
        services.TryAddSingleton<ISelfStore, DatabaseSelfStore>();
        services.AddHostedService<StateStartup>();
        services.AddHostedService<StateWriter>();
        return services;
    }
}
