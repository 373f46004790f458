using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>What SQLite and PostgreSQL must do alike: one contract class a subject, and for each two subclasses.</summary>
public abstract class StorageContract : IAsyncLifetime
{
    private readonly List<Database> _opened = [];

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private protected DatabaseSite Site { get; private set; } = null!;

    private protected RecordingLogger<StorageHealth> Log { get; } = new();

    private protected StorageHealth Health { get; private set; } = null!;

    private protected static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Site = await CreateSiteAsync();
        Health = new StorageHealth(Time, Log);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
            await database.DisposeAsync();
        if (Site is not null)
            await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<DatabaseSite> CreateSiteAsync();

    /// <summary>What a process does: opens the database.</summary>
    private protected Database Open(SchemaMigrator? schema = null)
    {
        var database = new Database(Site.Engine(schema), Health);
        _opened.Add(database);
        return database;
    }

    /// <summary>What the end of a process does.</summary>
    private protected async Task CloseAsync(Database database)
    {
        _opened.Remove(database);
        await database.DisposeAsync();
    }

    private protected Task<DatabaseSite> NewSqliteAsync() => Task.FromResult<DatabaseSite>(new SqliteSite(Time));

    private protected async Task<DatabaseSite> NewPostgresAsync() => await PostgresSite.CreateAsync(Requires.Postgres(), Time);
}
