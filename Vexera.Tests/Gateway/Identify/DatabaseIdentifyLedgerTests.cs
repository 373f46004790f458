using Vexera.Core;
using Vexera.Core.Gateway.Identify;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Identify;

public sealed class DatabaseIdentifyLedgerTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task ReadAsync_NothingWritten_IsNull() => (await ReadAsync()).ShouldBeNull();

    [Fact]
    public async Task WriteAsync_AgainAndAgain_KeepsTheLastOverARestart()
    {
        var renewsAt = new DateTimeOffset(2026, 5, 4, 14, 3, 0, TimeSpan.Zero);
        await WriteAsync(new IdentifyRecord(1, 1000, renewsAt, renewsAt));
        await WriteAsync(new IdentifyRecord(2, 2000, renewsAt + TimeSpan.FromDays(1), renewsAt + TimeSpan.FromHours(1)));

        _database.Restart();

        (await ReadAsync()).ShouldBe(new IdentifyRecord(2, 2000, renewsAt + TimeSpan.FromDays(1), renewsAt + TimeSpan.FromHours(1)));
    }

    private Task<IdentifyRecord?> ReadAsync() => new DatabaseIdentifyLedger(_database).ReadAsync(TestContext.Current.CancellationToken);

    private Task WriteAsync(IdentifyRecord record) => new DatabaseIdentifyLedger(_database).WriteAsync(record, TestContext.Current.CancellationToken);
}
