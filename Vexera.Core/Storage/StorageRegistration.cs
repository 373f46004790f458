using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vexera.Core.Storage;

/// <summary>Registers the room of what survives a restart.</summary>
internal static class StorageRegistration
{
    /// <summary>Adds the database, made ready before anything else starts. Needs a TimeProvider and logging.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton<IDatabase>(provider => provider.GetRequiredService<SqliteDatabase>());
        services.TryAddSingleton<Installation>();
        services.AddHostedService<StorageStartup>();
        return services;
    }
}
