using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary>The real bot on PostgreSQL: it runs, a second one is refused, and its password is nowhere to be read.</summary>
public sealed class PostgresRunTests : IDisposable
{
    private const string Password = "pa55-that-is-never-shown";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_OnPostgres_AnswersAndRefusesASecond()
    {
        await using var site = await PostgresSite.CreateAsync(Requires.Postgres(), TimeProvider.System);
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        await bot.StartAsync(("Storage__Provider", "PostgreSql"), ("Storage__ConnectionString", site.ConnectionString));
        await bot.PingAsync(bot.Guild.Id);

        var (exitCode, output, error) = await RunAsync("run", site.ConnectionString);

        exitCode.ShouldBe(78);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("is in use by another Vexera");
        await bot.StopAsync();
        (bot.Process.Out + bot.Process.Error + output + error).ShouldNotContain("Password");
    }

    [Theory]
    [InlineData("run", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=" + Password, 69, "cannot be reached")]
    [InlineData("state purge", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=" + Password, 69, "cannot be reached")]
    [InlineData("run", "Host=127.0.0.1;Port=" + Password, 78, "Storage:ConnectionString")]
    [InlineData("config check", "Host=127.0.0.1;Nonsense=" + Password, 78, "Storage:ConnectionString")]
    [InlineData("config check", Password, 78, "Storage:ConnectionString")]
    [InlineData("config check", "", 78, "Storage:ConnectionString is missing")]
    public async Task Invoke_BadConnectionString_GivesTheCodeAndShowsNothingOfIt(string command, string connectionString, int code, string line)
    {
        var (exitCode, output, error) = await RunAsync(command, connectionString);

        exitCode.ShouldBe(code, error);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(line);
        var logs = Directory.Exists(_folder.File("logs")) ? string.Concat(Directory.GetFiles(_folder.File("logs")).Select(File.ReadAllText)) : "";
        (output + error + logs).ShouldNotContain(Password);
    }

    [Fact]
    public async Task Run_ServerThatRefusesThePassword_Gives78()
    {
        var server = new Npgsql.NpgsqlConnectionStringBuilder(Requires.Postgres()) { Password = Password };

        var (exitCode, _, error) = await RunAsync("run", server.ConnectionString);

        exitCode.ShouldBe(78, error);
        error.ShouldContain("refuses the user or the password");
        error.ShouldNotContain(Password);
    }

    [Fact]
    public async Task Sandbox_SettingsSayPostgres_StaysOnAFileInItsFolder()
    {
        await using var process = VexeraProcess.Start(
            _folder.Path,
            ["sandbox", "--urls", "http://127.0.0.1:0", "--data", "d"],
            ("Storage__Provider", "PostgreSql"),
            ("Storage__ConnectionString", "Host=127.0.0.1;Port=1;Database=d;Username=u"));

        await process.WaitForOutAsync("(Ctrl-C stops it)");

        process.Terminate();
        (await process.WaitForExitAsync()).ShouldBe(0, process.Error);
        new FileInfo(_folder.File("d/vexera.db")).Length.ShouldBeGreaterThan(0);
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(string command, string connectionString) => VexeraProcess.RunAsync(
        _folder.Path,
        command.Split(' '),
        ("Discord__ApiBaseUrl", "http://127.0.0.1:1/api/v10"),
        ("Discord__Token", "a.token.here"),
        ("Storage__Provider", "PostgreSql"),
        ("Storage__ConnectionString", connectionString));
}
