using Dapper;
using Microsoft.Data.Sqlite;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

/// <summary>Databases that cannot be used: one clear line, and nothing in them is changed.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public RefusalTests() => _path = _folder.File("vexera.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EnsureReady_NotADatabase_IsDamagedAndUntouched()
    {
        var bytes = new byte[8192];
        Array.Fill(bytes, (byte)'x');
        File.WriteAllBytes(_path, bytes);

        Refusal(_path, StorageProblem.Damaged);

        File.ReadAllBytes(_path).ShouldBe(bytes);
    }

    [Fact]
    public void EnsureReady_PageOverwritten_IsDamagedAndUntouched()
    {
        Databases.Make(_path);
        var bytes = File.ReadAllBytes(_path);
        Array.Fill(bytes, (byte)0xA5, 4096, 4096);
        File.WriteAllBytes(_path, bytes);

        Refusal(_path, StorageProblem.Damaged);

        File.ReadAllBytes(_path).ShouldBe(bytes);
    }

    [Fact]
    public void EnsureReady_AnotherProgramsDatabase_IsForeignAndUntouched()
    {
        Execute("CREATE TABLE bookmarks (url TEXT)");
        var bytes = File.ReadAllBytes(_path);

        Refusal(_path, StorageProblem.Foreign);

        File.ReadAllBytes(_path).ShouldBe(bytes);
    }

    [Fact]
    public void EnsureReady_NewerSchema_NamesTheStep()
    {
        Databases.Make(_path);
        Execute("INSERT INTO schema_versions (ScriptName, Applied) VALUES ('9999_future.sql', '2030-01-01')");

        Refusal(_path, StorageProblem.Newer).Message.ShouldContain("9999_future.sql");
    }

    [Fact]
    public void EnsureReady_SecondOnTheSameFile_IsRefusedUntilTheFirstIsGone()
    {
        using var first = Databases.At(_path);
        first.EnsureReady();

        Refusal(_path, StorageProblem.InUse);

        first.Dispose();
        Should.NotThrow(() => Databases.Make(_path));
    }

    [Fact]
    public void EnsureReady_LockedByAnotherProgram_WaitsThenSaysSo()
    {
        Databases.Make(_path);
        using var other = new SqliteConnection($"Data Source={_path};Pooling=False");
        other.Open();
        other.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");

        Refusal(_path, StorageProblem.Locked);
    }

    [Fact]
    public void EnsureReady_FolderIsAFile_IsNotWritable()
    {
        File.WriteAllText(_path, "");

        Refusal(Path.Combine(_path, "vexera.db"), StorageProblem.NotWritable);
    }

    [Fact]
    public void EnsureReady_PathIsAFolder_IsNotWritable()
    {
        Directory.CreateDirectory(_path);

        Refusal(_path, StorageProblem.NotWritable);
    }

    [Fact]
    public void EnsureReady_FolderReadOnly_IsNotWritable()
    {
        Requires.Present(Directory.Exists("/sys/kernel"), "no folder that even root cannot write to");

        Refusal("/sys/kernel/vexera.db", StorageProblem.NotWritable);
    }

    [Fact]
    public void EnsureReady_FileReadOnly_IsNotWritable()
    {
        Databases.Make(_path);
        using var connection = new SqliteConnection($"Data Source={_path};Mode=ReadOnly;Pooling=False");
        connection.Open();

        var failure = Should.Throw<SqliteException>(() => connection.Execute("CREATE TABLE t (id INTEGER)"));

        new StorageDiagnosis(_path, TimeSpan.FromSeconds(1)).Explain(failure).Problem.ShouldBe(StorageProblem.NotWritable);
    }

    [Fact]
    public void Explain_DiskFullWhileMakingFiles_IsDiskFull()
    {
        var full = new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);

        new StorageDiagnosis(_path, TimeSpan.FromSeconds(1)).Explain(full).Problem.ShouldBe(StorageProblem.DiskFull);
    }

    [Fact]
    public async Task OpenAsync_AfterARefusal_GivesTheSameLine()
    {
        File.WriteAllText(_path, new string('x', 1000));
        using var database = Databases.At(_path);
        var first = Should.Throw<StorageException>(database.EnsureReady);

        var second = await Should.ThrowAsync<StorageException>(async () => await database.OpenAsync(TestContext.Current.CancellationToken));

        second.Message.ShouldBe(first.Message);
    }

    private static StorageException Refusal(string path, StorageProblem problem)
    {
        using var database = Databases.At(path);
        var refusal = Should.Throw<StorageException>(database.EnsureReady);
        refusal.Problem.ShouldBe(problem);
        refusal.Path.ShouldBe(path);
        refusal.Message.ShouldContain(path);
        refusal.Message.ShouldNotContain("\n");
        return refusal;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
