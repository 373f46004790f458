using Dapper;
using Microsoft.Data.Sqlite;
using Vexera.Core.Storage;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary><c>vexera backup</c> and <c>vexera restore</c> as processes: no token needed, one clear line for each wrong input.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private string Database => _folder.File("data/vexera.db");

    private string Copy => _folder.File("copy.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backup_WhileABotRuns_IsWholeAndRestoredAfterIt()
    {
        await using (var bot = Databases.At(Database))
        {
            await PutAsync(bot, "first");
            var (exitCode, output, error) = await RunAsync("backup", "copy.db");
            exitCode.ShouldBe(0, error);
            output.ShouldContain(Copy);
            await PutAsync(bot, "second");

            (exitCode, _, error) = await RunAsync("restore", "copy.db");
            exitCode.ShouldBe(78);
            OneLine(error).ShouldContain("is in use by another Vexera");
            (await ReadAsync(Database)).ShouldBe("second");
        }

        var restored = await RunAsync("restore", "copy.db");

        restored.ExitCode.ShouldBe(0, restored.Error);
        (await ReadAsync(Database)).ShouldBe("first");
        var aside = Directory.GetFiles(_folder.File("data"), "vexera.db.replaced-*").ShouldHaveSingleItem();
        restored.Out.ShouldContain(aside);
        (await ReadAsync(aside)).ShouldBe("second");
    }

    [Fact]
    public async Task Backup_FileIsThere_Gives64UnlessForced()
    {
        await Databases.MakeAsync(Database);
        await File.WriteAllTextAsync(Copy, "precious", Patience);

        var (exitCode, _, error) = await RunAsync("backup", "copy.db");
        exitCode.ShouldBe(64);
        OneLine(error).ShouldContain("--force");
        (await File.ReadAllTextAsync(Copy, Patience)).ShouldBe("precious");

        (await RunAsync("backup", "copy.db", "--force")).ExitCode.ShouldBe(0);
        (await ReadAsync(Copy)).ShouldBeNull();
    }

    [Theory]
    [InlineData("backup", "data/vexera.db", 64, "is the database itself")]
    [InlineData("restore", "data/vexera.db", 64, "is the database itself")]
    [InlineData("backup", "nowhere/copy.db", 78, "nowhere/copy.db cannot be written")]
    [InlineData("restore", "nowhere/copy.db", 78, "There is no database")]
    [InlineData("restore", "text", 78, "is damaged")]
    [InlineData("restore", "empty", 78, "belongs to another program")]
    public async Task Invoke_WrongFile_GivesTheCodeAndOneLine(string verb, string file, int code, string line)
    {
        await Databases.MakeAsync(Database);
        await File.WriteAllTextAsync(_folder.File("text"), new string('x', 5000), Patience);
        await File.WriteAllTextAsync(_folder.File("empty"), "", Patience);
        var before = await File.ReadAllBytesAsync(Database, Patience);

        var (exitCode, output, error) = await RunAsync(verb, file);

        exitCode.ShouldBe(code, error);
        output.ShouldBeEmpty();
        OneLine(error).ShouldContain(line);
        (await File.ReadAllBytesAsync(Database, Patience)).ShouldBe(before);
    }

    [Fact]
    public async Task Backup_NoDatabaseYet_Gives78()
    {
        var (exitCode, _, error) = await RunAsync("backup", "copy.db");

        exitCode.ShouldBe(78);
        OneLine(error).ShouldContain($"There is no database {Database}");
        File.Exists(Copy).ShouldBeFalse();
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Invoke_PostgreSql_NamesItsOwnTools(string verb)
    {
        var (exitCode, _, error) = await RunAsync(
            verb, "copy.db", "--set", "Storage:Provider=PostgreSql", "--set", "Storage:ConnectionString=Host=db;Password=never-shown");

        exitCode.ShouldBe(78);
        OneLine(error).ShouldContain("pg_dump");
        error.ShouldNotContain("never-shown");
    }

    [Fact]
    public async Task Invoke_StorageMisconfigured_Gives78()
    {
        var (exitCode, _, error) = await RunAsync("backup", "copy.db", "--set", "Storage:BusyTimeout=00:00:00");

        exitCode.ShouldBe(78);
        OneLine(error).ShouldContain("Storage:BusyTimeout");
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments) => VexeraProcess.RunAsync(_folder.Path, arguments);

    private static Task<int> PutAsync(Database database, string value) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            "INSERT INTO guild_settings VALUES (1, 'n', @value) ON CONFLICT (guild_id, name) DO UPDATE SET value = excluded.value", new { value }),
        Patience);

    private static async Task<string?> ReadAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        return await connection.ExecuteScalarAsync<string>("SELECT value FROM guild_settings");
    }

    private static string OneLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
}
