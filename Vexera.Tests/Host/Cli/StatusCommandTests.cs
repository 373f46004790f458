using System.Text.Json;
using Vexera.Host.Cli;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary>The command line asks a real bot how it is.</summary>
public sealed class StatusCommandTests
{
    [Fact]
    public async Task Status_NoBotRuns_Gives69AndOneLineThatNamesTheSocket()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output, error) = await InvokeAsync(folder.File("data/vexera.db"), "status");

        exitCode.ShouldBe(69);
        output.ShouldBeEmpty();
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(folder.File("data/vexera.sock"));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_PathTooLong_Gives69AndSaysSo()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await InvokeAsync(folder.File("vexera.db"), "status", "--set", $"Control:Socket={new string('x', 200)}");

        exitCode.ShouldBe(69);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("bytes");
    }

    [Fact]
    public async Task Status_BotRuns_SaysHowItIs()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        await bot.PingAsync(bot.Guild.Id);

        var (exitCode, output, error) = await InvokeAsync(bot.File("data/vexera.db"), "status");

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        var lines = output.Split('\n');
        lines[0].ShouldStartWith("Vexera 0.");
        lines[1].ShouldStartWith("Shards      1 of 1: 1 ready");
        lines[2].ShouldStartWith("Identifies  989 left");
        output.ShouldContain("a second over the last minute");
        output.ShouldContain("Storage     fine");
    }

    [Fact]
    public async Task StatusJson_BotRuns_WritesOneObject()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        await bot.PingAsync(bot.Guild.Id);

        var (exitCode, output, _) = await InvokeAsync(bot.File("data/vexera.db"), "status", "--json");

        exitCode.ShouldBe(0);
        var report = JsonDocument.Parse(output).RootElement;
        report.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        report.GetProperty("startedAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        report.GetProperty("shards").GetProperty("states").GetProperty("Ready").GetInt32().ShouldBe(1);
        report.GetProperty("shards").GetProperty("identifiesLeft").GetInt32().ShouldBe(989);
        report.GetProperty("events").GetProperty("queued").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
        report.GetProperty("storage").TryGetProperty("trouble", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Status_BotKilledAndStartedAnew_AnswersAgain()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        await bot.KillAsync();
        File.Exists(bot.File("data/vexera.sock")).ShouldBeTrue();
        (await InvokeAsync(bot.File("data/vexera.db"), "status")).ExitCode.ShouldBe(69);

        await bot.StartAsync();

        (await InvokeAsync(bot.File("data/vexera.db"), "status")).ExitCode.ShouldBe(0);
        await bot.StopAsync();
        File.Exists(bot.File("data/vexera.sock")).ShouldBeFalse();
    }

    [Fact]
    public async Task Status_SandboxMode_IsAnsweredInItsDataFolder()
    {
        using var folder = new TemporaryFolder();
        await using var process = VexeraProcess.Start(
            folder.Path, ["sandbox", "--urls", "http://127.0.0.1:0", "--data", "d"], ("Control__Socket", folder.File("elsewhere.sock")));
        await process.WaitForOutAsync("(Ctrl-C stops it)");

        (await InvokeAsync(folder.File("d/vexera.db"), "status")).ExitCode.ShouldBe(0);

        File.Exists(folder.File("elsewhere.sock")).ShouldBeFalse();
    }

    private static async Task<(int ExitCode, string Out, string Error)> InvokeAsync(string database, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new CommandLine(new Terminal(output, error))
            .InvokeAsync([.. arguments, "--set", $"Storage:Path={database}"], TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
