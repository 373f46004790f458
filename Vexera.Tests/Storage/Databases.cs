using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage;

namespace Vexera.Tests.Storage;

/// <summary>Makes databases at any path, good or bad.</summary>
internal static class Databases
{
    public static SqliteDatabase At(string path) => new(
        Options.Create(new StorageOptions { Path = path, BusyTimeout = TimeSpan.FromSeconds(1) }),
        TimeProvider.System,
        NullLogger<SqliteDatabase>.Instance);

    /// <summary>Makes a database with this build's schema and closes it.</summary>
    public static void Make(string path)
    {
        using var database = At(path);
        database.EnsureReady();
    }
}
