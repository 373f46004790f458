using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Storage;
using Vexera.Tests.Storage;

namespace Vexera.Tests.Support;

/// <summary>A real database, with the schema of this build, in a folder that lasts as long as a test.</summary>
internal sealed class TemporaryDatabase : IDatabase, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteSite _site;
    private Database _database;

    public TemporaryDatabase(TimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider();
        _site = new SqliteSite(_folder.File("vexera.db"), Time);
        Health = new StorageHealth(Time, NullLogger<StorageHealth>.Instance);
        _database = Create();
    }

    public string Path => _site.Path;

    public StorageHealth Health { get; }

    private TimeProvider Time { get; }

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => _database.OpenAsync(cancellationToken);

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        _database.WriteAsync(work, cancellationToken);

    /// <summary>What a restart of the bot does: the file is closed, and opened by somebody new.</summary>
    public void Restart()
    {
        Close();
        _database = Create();
    }

    /// <summary>The bot has stopped; somebody else may have the file until <see cref="Restart"/>.</summary>
    public void Close() => _database.DisposeAsync().AsTask().GetAwaiter().GetResult();

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }

    private Database Create() => new(_site.Engine(), Health);
}
