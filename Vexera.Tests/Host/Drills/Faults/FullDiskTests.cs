using Dapper;
using Vexera.Core.Storage;
using Vexera.Host.Drills.Bot.Faults;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Drills.Faults;

/// <summary>
/// A disk that is full for SQLite in this process: SQLite itself finds out. Nobody else may use a database meanwhile, so it runs
/// apart from all others.
/// </summary>
[Collection(Apart)]
public sealed class FullDiskTests : IDisposable
{
    private const string Apart = "alone with SQLite";
    private readonly TemporaryDatabase _database = new();
    private readonly FullDisk _disk = new();

    [Fact]
    public async Task IsFull_WhileSomethingIsWritten_IsSqlitesOwnFullAndPasses()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await PutAsync(1, cancellation);

        _disk.IsFull = true;
        var failure = await Should.ThrowAsync<StorageException>(() => PutAsync(2, cancellation));
        var known = await CountAsync(cancellation);
        _disk.IsFull = false;
        await PutAsync(3, cancellation);

        failure.Problem.ShouldBe(StorageProblem.DiskFull);
        known.ShouldBe(1);
        _database.Health.Trouble.ShouldBeNull();
        (await CountAsync(cancellation)).ShouldBe(2);
    }

    public void Dispose()
    {
        _disk.IsFull = false;
        _database.Dispose();
    }

    private Task<int> PutAsync(long id, CancellationToken cancellationToken) => _database.WriteAsync(
        connection => connection.ExecuteAsync(
            "INSERT INTO guild_states (guild_id, member_count, available, record) VALUES (@id, 1, 1, @record)", new { id, record = new byte[10_000] }),
        cancellationToken);

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM guild_states");
    }

    [CollectionDefinition(Apart, DisableParallelization = true)]
    public sealed class Definition;
}
