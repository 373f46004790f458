using System.Data.Common;

namespace Vexera.Core.Storage;

/// <summary>Shorter ways to write.</summary>
internal static class DatabaseWrites
{
    /// <inheritdoc cref="IDatabase.WriteAsync"/>
    public static Task WriteAsync(this IDatabase database, Func<DbConnection, Task> work, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await work(connection);
                return true;
            },
            cancellationToken);
}
