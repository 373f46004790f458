using Dapper;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

/// <summary>How the file is opened and left.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "20")]
    [InlineData("journal_size_limit", "67108864")]
    public async Task OpenAsync_EveryConnection_HasTheSetting(string pragma, string expected)
    {
        await using var first = await _database.OpenAsync(TestContext.Current.CancellationToken);
        await using var second = await _database.OpenAsync(TestContext.Current.CancellationToken);
        var writer = await _database.WriteAsync(
            connection => connection.ExecuteScalarAsync<string>($"PRAGMA {pragma}"), TestContext.Current.CancellationToken);

        writer.ShouldBe(expected);
        foreach (var connection in new[] { first, second })
            (await connection.ExecuteScalarAsync<string>($"PRAGMA {pragma}")).ShouldBe(expected);
    }

    [Fact]
    public async Task OpenAsync_FolderMissing_MakesIt()
    {
        using var folder = new TemporaryFolder();
        await using var database = Databases.At(Path.Combine(folder.Path, "a", "b", "vexera.db"));

        await database.EnsureReadyAsync();

        File.Exists(Path.Combine(folder.Path, "a", "b", "vexera.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task DisposeAsync_Always_LeavesOneFileThatOthersCanOpen()
    {
        await _database.EnsureReadyAsync();
        _database.Restart();

        File.Exists(_database.Path + "-wal").ShouldBeFalse();
        await _database.EnsureReadyAsync();
    }
}
