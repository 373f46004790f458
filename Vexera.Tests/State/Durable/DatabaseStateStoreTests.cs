using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.State.Durable;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.State.Durable;

public sealed class DatabaseStateStoreTests : StateStoreContract, IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public DatabaseStateStoreTests() => Store = new DatabaseStateStore(_database);

    private protected override IStateStore Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task LoadAsync_AfterRestart_FindsWhatWasCommitted()
    {
        await Store.CommitAsync(
            new StateCommit(
                [new GuildWrite(new Snowflake(5), 3, true, new byte[] { 1 })],
                [new SavedSession(new ShardKey(0, 1), "a", null, 9, ReadOnlyMemory<byte>.Empty)],
                []),
            Stop);

        _database.Restart();

        var saved = await new DatabaseStateStore(_database).LoadAsync(Stop);
        saved.Guilds.ShouldBe([new SavedGuild(new Snowflake(5), 3, true)]);
        saved.Sessions.ShouldHaveSingleItem().Sequence.ShouldBe(9);
    }

    [Fact]
    public async Task CommitAsync_FailsHalfWay_WritesNothing()
    {
        await using (var connection = await _database.OpenAsync(Stop))
        {
            await connection.ExecuteAsync(
                "CREATE TRIGGER refuse BEFORE INSERT ON sessions BEGIN SELECT RAISE(ABORT, 'no more sessions'); END");
        }

        var failure = await Should.ThrowAsync<StorageException>(Store.CommitAsync(
            new StateCommit(
                [new GuildWrite(new Snowflake(5), 3, true, new byte[] { 1 })],
                [new SavedSession(new ShardKey(0, 1), "a", null, 9, ReadOnlyMemory<byte>.Empty)],
                []),
            Stop));

        failure.Message.ShouldContain("no more sessions");
        (await Store.LoadAsync(Stop)).Guilds.ShouldBeEmpty();
    }

    [Fact]
    public async Task LoadAsync_ListOfGuilds_ReadsNoRecord()
    {
        await using var connection = await _database.OpenAsync(Stop);

        var plan = await connection.QueryAsync<(long, long, long, string Detail)>(
            "EXPLAIN QUERY PLAN SELECT guild_id, member_count, available FROM guild_states ORDER BY guild_id");

        plan.ShouldHaveSingleItem().Detail.ShouldContain("COVERING INDEX guild_states_known");
    }
}
