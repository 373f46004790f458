using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Sqlite;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

public sealed class SqliteBackupTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 3, 4, 5, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly string _path;
    private readonly string _copy;
    private readonly SqliteBackup _backup;

    public SqliteBackupTests()
    {
        _path = _folder.File("vexera.db");
        _copy = _folder.File("copy.db");
        _backup = new SqliteBackup(DatabaseSite.BusyTimeout, _time);
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BackUpAsync_WhileTheBotWrites_IsWholeAndOfOneInstant()
    {
        await using var database = Databases.At(_path);
        await database.WriteAsync(connection => connection.ExecuteAsync("CREATE TABLE pair (a BIGINT, b BIGINT); INSERT INTO pair VALUES (0, 0)"), Patience);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await database.WriteAsync(
                        async connection =>
                        {
                            await connection.ExecuteAsync("UPDATE pair SET a = a + 1");
                            return await connection.ExecuteAsync("UPDATE pair SET b = b + 1");
                        },
                        Patience);
                }
            },
            Patience);

        for (var i = 0; i < 5; i++)
            await _backup.BackUpAsync(_path, _copy, overwrite: true);

        await enough.CancelAsync();
        await writing;
        await using var copy = OpenFile(_copy);
        var (a, b) = await copy.QuerySingleAsync<(long, long)>("SELECT a, b FROM pair");
        a.ShouldBe(b);
        (await copy.ExecuteScalarAsync<string>("PRAGMA integrity_check")).ShouldBe("ok");
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task BackUpAsync_FileIsThere_IsLeftAloneUnlessForced()
    {
        await Databases.MakeAsync(_path);
        await File.WriteAllTextAsync(_copy, "precious", Patience);

        await Should.ThrowAsync<StorageException>(_backup.BackUpAsync(_path, _copy, overwrite: false));
        (await File.ReadAllTextAsync(_copy, Patience)).ShouldBe("precious");

        await _backup.BackUpAsync(_path, _copy, overwrite: true);
        await using var copy = OpenFile(_copy);
        (await copy.ExecuteScalarAsync<long>("SELECT count(*) FROM installation")).ShouldBe(1);
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task BackUpAsync_NoDatabase_SaysSoAndMakesNothing()
    {
        (await Should.ThrowAsync<StorageException>(_backup.BackUpAsync(_path, _copy, overwrite: false))).Problem.ShouldBe(StorageProblem.Missing);

        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task BackUpAsync_DatabaseDamaged_SaysSoAndMakesNoBackup()
    {
        await DamageAsync(_path);

        (await Should.ThrowAsync<StorageException>(_backup.BackUpAsync(_path, _copy, overwrite: false))).Problem.ShouldBe(StorageProblem.Damaged);

        File.Exists(_copy).ShouldBeFalse();
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task BackUpAsync_FolderMissing_NamesTheBackup()
    {
        await Databases.MakeAsync(_path);
        var target = Path.Combine(_folder.Path, "nowhere", "copy.db");

        var failure = await Should.ThrowAsync<StorageException>(_backup.BackUpAsync(_path, target, overwrite: false));

        failure.Problem.ShouldBe(StorageProblem.NotWritable);
        failure.Message.ShouldContain(target);
        failure.Message.ShouldNotContain("Storage:Path");
    }

    [Fact]
    public async Task RestoreAsync_AfterChanges_BringsTheBackupBackAndKeepsWhatWas()
    {
        await WriteAsync("first");
        await _backup.BackUpAsync(_path, _copy, overwrite: false);
        await WriteAsync("second");

        var aside = await _backup.RestoreAsync(_copy, _path);

        aside.ShouldBe(_path + ".replaced-20261127T030405Z");
        (await ReadAsync(_path)).ShouldBe("first");
        (await ReadAsync(aside!)).ShouldBe("second");
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public async Task RestoreAsync_Always_BeginsAnewSoThatNobodyIsThankedAndNothingHandledTwice()
    {
        await Databases.MakeAsync(_path);
        await using (var file = OpenFile(_path))
            await file.ExecuteAsync("INSERT INTO thanks_baseline VALUES (1, 5); INSERT INTO sessions VALUES (0, 1, 'session', NULL, 7, x'')");
        await _backup.BackUpAsync(_path, _copy, overwrite: false);

        await _backup.RestoreAsync(_copy, _path);

        await using var database = Databases.At(_path);
        (await new Installation(database).CreatedAtAsync(Patience)).ShouldBe(Now);
        await using var connection = await database.OpenAsync(Patience);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM thanks_baseline")).ShouldBe(0);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sessions")).ShouldBe(0);
    }

    [Fact]
    public async Task RestoreAsync_NothingThereYet_MakesFolderAndFile()
    {
        await WriteAsync("first");
        await _backup.BackUpAsync(_path, _copy, overwrite: false);
        var path = Path.Combine(_folder.Path, "new", "vexera.db");

        (await _backup.RestoreAsync(_copy, path)).ShouldBeNull();

        (await ReadAsync(path)).ShouldBe("first");
    }

    [Fact]
    public async Task RestoreAsync_OverADamagedDatabaseWithItsWal_TakesBothAside()
    {
        await WriteAsync("first");
        await _backup.BackUpAsync(_path, _copy, overwrite: false);
        await DamageAsync(_path);
        await File.WriteAllTextAsync(_path + "-wal", "the latest commits", Patience);

        var aside = await _backup.RestoreAsync(_copy, _path);

        (await File.ReadAllTextAsync(aside + "-wal", Patience)).ShouldBe("the latest commits");
        (await ReadAsync(_path)).ShouldBe("first");
    }

    [Fact]
    public async Task RestoreAsync_WhileABotRuns_IsRefused()
    {
        await WriteAsync("first");
        await _backup.BackUpAsync(_path, _copy, overwrite: false);
        await using var bot = Databases.At(_path);
        await bot.EnsureReadyAsync();

        (await Should.ThrowAsync<StorageException>(_backup.RestoreAsync(_copy, _path))).Problem.ShouldBe(StorageProblem.InUse);
    }

    [Fact]
    public async Task RestoreAsync_BackupMissing_ChangesNothing() => await RefuseAsync(StorageProblem.Missing, () => Task.CompletedTask);

    [Fact]
    public async Task RestoreAsync_BackupDamaged_ChangesNothing() => await RefuseAsync(StorageProblem.Damaged, () => DamageAsync(_copy));

    [Fact]
    public async Task RestoreAsync_BackupIsEmpty_ChangesNothing() =>
        await RefuseAsync(StorageProblem.Foreign, () => File.WriteAllTextAsync(_copy, "", Patience));

    [Fact]
    public async Task RestoreAsync_BackupOfAnotherProgram_ChangesNothing() => await RefuseAsync(StorageProblem.Foreign, async () =>
    {
        await using var other = OpenFile(_copy);
        await other.ExecuteAsync("CREATE TABLE bookmarks (url TEXT)");
    });

    [Fact]
    public async Task RestoreAsync_BackupOfANewerVexera_ChangesNothing() => await RefuseAsync(StorageProblem.Newer, async () =>
    {
        await Databases.MakeAsync(_copy);
        await using var newer = OpenFile(_copy);
        await newer.ExecuteAsync("INSERT INTO schema_versions (ScriptName, Applied) VALUES ('9999_future.sql', '2030-01-01')");
    });

    private async Task RefuseAsync(StorageProblem problem, Func<Task> makeBackup)
    {
        await WriteAsync("kept");
        await makeBackup();

        var refusal = await Should.ThrowAsync<StorageException>(_backup.RestoreAsync(_copy, _path));

        refusal.Problem.ShouldBe(problem);
        refusal.Message.ShouldContain(_copy);
        (await ReadAsync(_path)).ShouldBe("kept");
        Leftovers().ShouldBeEmpty();
    }

    private string[] Leftovers() => Directory.GetFiles(_folder.Path, "*.partial*");

    private static SqliteConnection OpenFile(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task DamageAsync(string path)
    {
        await Databases.MakeAsync(path);
        var bytes = await File.ReadAllBytesAsync(path, Patience);
        Array.Fill(bytes, (byte)0xA5, 4096, 4096);
        await File.WriteAllBytesAsync(path, bytes, Patience);
    }

    private async Task WriteAsync(string value)
    {
        await using var database = Databases.At(_path);
        await database.WriteAsync(
            connection => connection.ExecuteAsync(
                "INSERT INTO guild_settings VALUES (1, 'n', @value) ON CONFLICT (guild_id, name) DO UPDATE SET value = excluded.value", new { value }),
            Patience);
    }

    private static async Task<string?> ReadAsync(string path)
    {
        await using var connection = OpenFile(path);
        return await connection.ExecuteScalarAsync<string>("SELECT value FROM guild_settings");
    }
}
