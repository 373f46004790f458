using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;
using Vexera.Core.State.Sessions;
using Vexera.Tests.Support;

namespace Vexera.Tests.State.Sessions;

public sealed class DatabaseSelfStoreTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task LoadAsync_NothingSaved_IsNull() => (await Store.LoadAsync(Stop)).ShouldBeNull();

    [Fact]
    public async Task SaveAsync_Twice_TheLastIsThereAfterARestart()
    {
        var self = new SelfSnapshot(
            new User { Id = new Snowflake(ulong.MaxValue), Username = "vexera", GlobalName = "Vexera ✓", Bot = true },
            new Application { Id = new Snowflake(5), Flags = ApplicationFlags.GatewayMessageContent });
        await Store.SaveAsync(self with { User = self.User with { Username = "old" } }, Stop);
        await Store.SaveAsync(self, Stop);
        _database.Restart();

        (await Store.LoadAsync(Stop)).ShouldBe(self);
    }

    [Fact]
    public async Task LoadAsync_CannotBeRead_IsNull()
    {
        await using var connection = await _database.OpenAsync(Stop);
        await connection.ExecuteAsync("INSERT INTO self (id, account, application) VALUES (1, '{', '{}')");

        (await Store.LoadAsync(Stop)).ShouldBeNull();
    }

    private DatabaseSelfStore Store => new(_database);
}
