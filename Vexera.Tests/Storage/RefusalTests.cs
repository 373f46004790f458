using Dapper;
using Microsoft.Data.Sqlite;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Sqlite;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

/// <summary>Files that cannot be used: one clear line, and nothing in them is changed.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public RefusalTests() => _path = _folder.File("vexera.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EnsureReady_AnotherProgramsDatabase_StaysAsItIs()
    {
        Execute("CREATE TABLE bookmarks (url TEXT)");
        var bytes = await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken);

        await RefusalAsync(_path, StorageProblem.Foreign);

        (await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task EnsureReady_LockedByAnotherProgram_WaitsThenSaysSo()
    {
        await Databases.MakeAsync(_path);
        using var other = new SqliteConnection($"Data Source={_path};Pooling=False");
        other.Open();
        other.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");

        await RefusalAsync(_path, StorageProblem.Locked);
    }

    [Fact]
    public async Task EnsureReady_FolderIsAFile_IsNotWritable()
    {
        await File.WriteAllTextAsync(_path, "", TestContext.Current.CancellationToken);

        await RefusalAsync(Path.Combine(_path, "vexera.db"), StorageProblem.NotWritable);
    }

    [Fact]
    public async Task EnsureReady_PathIsAFolder_IsNotWritable()
    {
        Directory.CreateDirectory(_path);

        await RefusalAsync(_path, StorageProblem.NotWritable);
    }

    [Fact]
    public async Task EnsureReady_FolderReadOnly_IsNotWritable()
    {
        Requires.Present(Directory.Exists("/sys/kernel"), "no folder that even root cannot write to");

        await RefusalAsync("/sys/kernel/vexera.db", StorageProblem.NotWritable);
    }

    [Fact]
    public async Task Explain_FileReadOnly_IsNotWritable()
    {
        await Databases.MakeAsync(_path);
        using var connection = new SqliteConnection($"Data Source={_path};Mode=ReadOnly;Pooling=False");
        connection.Open();

        var failure = Should.Throw<SqliteException>(() => connection.Execute("CREATE TABLE t (id INTEGER)"));

        new SqliteDiagnosis(_path, TimeSpan.FromSeconds(1)).Explain(failure)!.Problem.ShouldBe(StorageProblem.NotWritable);
    }

    [Fact]
    public void Explain_DiskFullWhileMakingFiles_IsDiskFull()
    {
        var full = new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);

        new SqliteDiagnosis(_path, TimeSpan.FromSeconds(1)).Explain(full)!.Problem.ShouldBe(StorageProblem.DiskFull);
    }

    [Fact]
    public async Task OpenAsync_AfterARefusal_GivesTheSameLine()
    {
        Execute("CREATE TABLE bookmarks (url TEXT)");
        await using var database = Databases.At(_path);
        var first = await Should.ThrowAsync<StorageException>(database.EnsureReadyAsync);

        var second = await Should.ThrowAsync<StorageException>(database.EnsureReadyAsync);

        second.Message.ShouldBe(first.Message);
    }

    private static async Task RefusalAsync(string path, StorageProblem problem)
    {
        await using var database = Databases.At(path);
        var refusal = await Should.ThrowAsync<StorageException>(database.EnsureReadyAsync);
        refusal.Problem.ShouldBe(problem);
        refusal.Place.ShouldBe(path);
        refusal.Message.ShouldContain(path);
        refusal.Message.ShouldNotContain("\n");
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
