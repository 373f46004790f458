using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Storage;

namespace Vexera.Tests.Support;

/// <summary>A real database, with the schema of this build, in a folder that lasts as long as a test.</summary>
internal sealed class TemporaryDatabase : IDatabase, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteDatabase _database;

    public TemporaryDatabase(TimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider();
        _database = Create();
    }

    public string Path => _folder.File("vexera.db");

    private TimeProvider Time { get; }

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => _database.OpenAsync(cancellationToken);

    /// <summary>What a restart of the bot does: the file is closed, and opened by somebody new.</summary>
    public void Restart()
    {
        Close();
        _database = Create();
    }

    /// <summary>The bot has stopped; somebody else may have the file until <see cref="Restart"/>.</summary>
    public void Close() => _database.Dispose();

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }

    private SqliteDatabase Create() =>
        new(Options.Create(new StorageOptions { Path = Path }), Time, NullLogger<SqliteDatabase>.Instance);
}
