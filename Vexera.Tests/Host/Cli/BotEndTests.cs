using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary>The real bot where it cannot go on: one clear line, and the right exit code.</summary>
public sealed class BotEndTests
{
    [Theory]
    [InlineData(4004, "Reset Token")]
    [InlineData(4010, "Gateway:ShardCount")]
    [InlineData(4011, "Gateway:ShardCount")]
    [InlineData(4012, "update Vexera")]
    [InlineData(4013, "Gateway:Intents")]
    public async Task Run_GatewayClosesForGood_Gives77AndSaysWhatToDo(int code, string remedy)
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        await bot.ControlAsync("sandbox/faults", new { kind = "close-on-identify", code });

        bot.Launch();

        (await bot.Process.WaitForExitAsync()).ShouldBe(77, bot.Process.Out);
        OneLine(bot.Process.Error).ShouldContain(remedy);
    }

    [Fact]
    public async Task Run_IntentsRefused_Gives77AndSaysWhatToClick()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        await bot.ControlAsync("sandbox/application", new { presences = false });

        bot.Launch(("Gateway__Intents", "Guilds, GuildPresences"));

        (await bot.Process.WaitForExitAsync()).ShouldBe(77, bot.Process.Out);
        OneLine(bot.Process.Error).ShouldContain("Presence Intent");
    }

    [Fact]
    public async Task Run_MessageContentRefused_GoesOnWithMentionsAndSlash()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        await bot.ControlAsync("sandbox/application", new { messageContent = false });

        await bot.StartAsync();
        bot.Say(bot.Guild.Id, "+ping");
        bot.Say(bot.Guild.Id, $"<@{Vexera.Sandbox.World.Demo.DemoWorld.BotId}> ping");
        await bot.UntilAsync(() => bot.SaidIn(bot.Guild.Id).Count > 0);
        await bot.StopAsync();

        bot.SaidIn(bot.Guild.Id).ShouldHaveSingleItem().Content.ShouldStartWith("Pong!");
        bot.Process.Out.ShouldContain("switch on Message Content Intent");
    }

    [Fact]
    public async Task Run_ServerMembersRefused_GoesOnWithPrefixCommands()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        await bot.ControlAsync("sandbox/application", new { members = false });

        await bot.StartAsync();
        bot.Say(bot.Guild.Id, "+ping");
        await bot.UntilAsync(() => bot.SaidIn(bot.Guild.Id).Count > 0);
        await bot.StopAsync();

        bot.SaidIn(bot.Guild.Id).ShouldHaveSingleItem().Content.ShouldStartWith("Pong!");
        bot.Process.Out.ShouldContain("switch on Server Members Intent");
        bot.Process.Out.ShouldNotContain("switch on Message Content Intent");
    }

    [Fact]
    public async Task Run_DiscordUnreachable_Gives69AfterThePatienceOfTheSettings()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output, error) = await VexeraProcess.RunAsync(
            folder.Path, ["run", "--set", "Gateway:StartPatience=00:00:01"],
            ("Discord__ApiBaseUrl", "http://127.0.0.1:1/api/v10"), ("Discord__Token", "a.token.here"));

        exitCode.ShouldBe(69, output + error);
        OneLine(error).ShouldContain("Discord could not be reached for 1 s");
        (output + error).ShouldNotContain("a.token.here");
    }

    [Fact]
    public async Task Run_DatabaseOfAnotherProcess_Gives78AndOneLine()
    {
        using var folder = new TemporaryFolder();
        await using var other = Databases.At(folder.File("data/vexera.db"));
        await other.EnsureReadyAsync();

        var (exitCode, error) = await RunAsync(folder);

        exitCode.ShouldBe(78);
        OneLine(error).ShouldContain("is in use by another Vexera");
    }

    [Fact]
    public async Task Run_DatabaseLockedByAnotherProgram_Gives78AndOneLine()
    {
        using var folder = new TemporaryFolder();
        await Databases.MakeAsync(folder.File("data/vexera.db"));
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("data/vexera.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var (exitCode, error) = await RunAsync(folder, "Storage:BusyTimeout=00:00:01");

        exitCode.ShouldBe(78);
        OneLine(error).ShouldContain("stayed locked by another program");
    }

    [Fact]
    public async Task Run_DatabaseFolderIsAFile_Gives78AndOneLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("data"), "a file where the folder should be", TestContext.Current.CancellationToken);

        var (exitCode, error) = await RunAsync(folder);

        exitCode.ShouldBe(78);
        OneLine(error).ShouldContain(folder.File("data/vexera.db"));
    }

    [Fact]
    public async Task Run_FolderThatNobodyCanWriteTo_Gives78AndOneLine()
    {
        Requires.Present(Directory.Exists("/sys/kernel"), "no folder that even root cannot write to");
        using var folder = new TemporaryFolder();

        var (exitCode, error) = await RunAsync(folder, "Storage:Path=/sys/kernel/vexera.db");

        exitCode.ShouldBe(78);
        OneLine(error).ShouldContain("/sys/kernel/vexera.db cannot be written");
    }

    [Fact]
    public async Task Sandbox_DataFolderUnusable_Gives78AndOneLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("taken"), "", TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await VexeraProcess.RunAsync(
            folder.Path, ["sandbox", "--urls", "http://127.0.0.1:0", "--data", folder.File("taken")]);

        exitCode.ShouldBe(78);
        output.ShouldBeEmpty();
        OneLine(error).ShouldContain(folder.File("taken"));
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(TemporaryFolder folder, string? setting = null)
    {
        var (exitCode, _, error) = await VexeraProcess.RunAsync(
            folder.Path, setting is null ? ["run"] : ["run", "--set", setting],
            ("Discord__ApiBaseUrl", "http://127.0.0.1:1/api/v10"), ("Discord__Token", "a.token.here"));
        return (exitCode, error);
    }

    private static string OneLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
}
