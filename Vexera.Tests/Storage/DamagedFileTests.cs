using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Sqlite;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

/// <summary>A damaged file is set aside, byte for byte, with a clear line, and a new one begun.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 3, 4, 5, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly RecordingLogger<SqliteEngine> _log = new();
    private readonly string _path;
    private readonly string _aside;

    public DamagedFileTests()
    {
        _path = _folder.File("vexera.db");
        _aside = _path + ".damaged-20261127T030405Z";
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EnsureReady_NotADatabase_IsSetAsideAndSaidSo()
    {
        var bytes = Enumerable.Repeat((byte)'x', 8192).ToArray();
        await File.WriteAllBytesAsync(_path, bytes, TestContext.Current.CancellationToken);

        await StartAsync();

        (await File.ReadAllBytesAsync(_aside, TestContext.Current.CancellationToken)).ShouldBe(bytes);
        var line = _log.Lines.Where(entry => entry.Level == LogLevel.Critical).ShouldHaveSingleItem();
        line.Text.ShouldContain(_path);
        line.Text.ShouldContain(_aside);
        line.Text.ShouldContain("vexera restore");
    }

    [Fact]
    public async Task EnsureReady_PageOverwritten_IsSetAside()
    {
        await Databases.MakeAsync(_path);
        var bytes = await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0xA5, 4096, 4096);
        await File.WriteAllBytesAsync(_path, bytes, TestContext.Current.CancellationToken);

        await StartAsync();

        (await File.ReadAllBytesAsync(_aside, TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task EnsureReady_DamagedWithAWal_BothAreSetAside()
    {
        await File.WriteAllTextAsync(_path, new string('x', 8192), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_path + "-wal", "the latest commits", TestContext.Current.CancellationToken);

        await StartAsync();

        (await File.ReadAllTextAsync(_aside + "-wal", TestContext.Current.CancellationToken)).ShouldBe("the latest commits");
    }

    [Fact]
    public async Task EnsureReady_AfterSettingAside_BeginsAnewSoThatOldGuildsAreKnown()
    {
        await File.WriteAllTextAsync(_path, new string('x', 8192), TestContext.Current.CancellationToken);

        await using var database = Databases.At(_path, _time, _log);

        (await new Installation(database).CreatedAtAsync(TestContext.Current.CancellationToken)).ShouldBe(Now);
    }

    [Fact]
    public async Task EnsureReady_SetAsideFailsToo_RefusesAndKeepsTheFile()
    {
        var bytes = Enumerable.Repeat((byte)'x', 8192).ToArray();
        await File.WriteAllBytesAsync(_path, bytes, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(_aside);
        await using var database = Databases.At(_path, _time, _log);

        (await Should.ThrowAsync<StorageException>(database.EnsureReadyAsync)).Problem.ShouldBe(StorageProblem.NotWritable);

        (await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task RunAsync_TimeIsUp_LeavesTheRestToTheDoctor()
    {
        await Databases.MakeAsync(_path);
        await using (var filled = new SqliteConnection($"Data Source={_path};Pooling=False"))
            await filled.ExecuteAsync("CREATE TABLE big (content BLOB); INSERT INTO big SELECT randomblob(900) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n)");
        var slow = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        await using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var check = new SqliteCheck(new SqliteDiagnosis(_path, TimeSpan.FromSeconds(1)), SchemaMigrator.OfThisBuild, slow);

        (await check.RunAsync(connection, TimeSpan.FromSeconds(2))).ShouldBeFalse();
        (await check.RunAsync(connection, TimeSpan.FromDays(1))).ShouldBeTrue();
        await check.RunFullyAsync(connection);
    }

    private async Task StartAsync()
    {
        await using var database = Databases.At(_path, _time, _log);
        await database.EnsureReadyAsync();
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM thanks")).ShouldBe(0);
    }
}
