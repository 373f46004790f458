using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Sqlite;

namespace Vexera.Tests.Storage;

/// <summary>Makes databases at any path, good or bad.</summary>
internal static class Databases
{
    public static Database At(string path, TimeProvider? time = null, Microsoft.Extensions.Logging.ILogger<SqliteEngine>? logger = null) => Over(new SqliteEngine(
        Options.Create(new StorageOptions { Path = path, BusyTimeout = DatabaseSite.BusyTimeout }),
        time ?? TimeProvider.System,
        logger ?? NullLogger<SqliteEngine>.Instance));

    public static Database Over(IDatabaseEngine engine, TimeProvider? time = null) =>
        new(engine, new StorageHealth(time ?? TimeProvider.System, NullLogger<StorageHealth>.Instance));

    /// <summary>Makes a database with this build's schema and closes it.</summary>
    public static async Task MakeAsync(string path)
    {
        await using var database = At(path);
        await database.EnsureReadyAsync();
    }

    /// <summary>Uses the database for the first time.</summary>
    public static async Task EnsureReadyAsync(this IDatabase database) =>
        await (await database.OpenAsync(TestContext.Current.CancellationToken)).DisposeAsync();
}
