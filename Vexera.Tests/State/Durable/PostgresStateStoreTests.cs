using Vexera.Core.State.Durable;
using Vexera.Core.Storage;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.State.Durable;

public sealed class PostgresStateStoreTests : StateStoreContract, IAsyncLifetime
{
    private PostgresSite? _site;
    private Database? _database;

    private protected override IStateStore Store => new DatabaseStateStore(_database!);

    public async ValueTask InitializeAsync()
    {
        _site = await PostgresSite.CreateAsync(Requires.Postgres(), TimeProvider.System);
        _database = Databases.Over(_site.Engine());
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
    }
}
