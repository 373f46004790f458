using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage.Postgres;
using Vexera.Core.Storage.Sqlite;

namespace Vexera.Core.Storage;

/// <summary>Registers the room of what survives a restart.</summary>
internal static class StorageRegistration
{
    /// <summary>Adds the database, made ready before anything else starts. Needs a TimeProvider and logging.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>());
        services.TryAddSingleton<StorageHealth>();
        services.TryAddSingleton<IDatabase>(provider => new Database(EngineOf(provider), provider.GetRequiredService<StorageHealth>()));
        services.TryAddSingleton<Installation>();
        services.AddHostedService<StorageStartup>();
        services.TryAddSingleton<DeferredWrites>();
        services.AddHostedService(provider => provider.GetRequiredService<DeferredWrites>());
        return services;
    }

    private static IDatabaseEngine EngineOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == StorageProvider.PostgreSql
            ? ActivatorUtilities.CreateInstance<PostgresEngine>(provider)
            : ActivatorUtilities.CreateInstance<SqliteEngine>(provider);
}
