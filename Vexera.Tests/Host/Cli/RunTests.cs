using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vexera.Sandbox;
using Vexera.Tests.Sandbox.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary>The built program as people start it.</summary>
public sealed partial class RunTests : IDisposable
{
    private const string Token = "c2VjcmV0.c2VjcmV0.c2VjcmV0";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithoutToken_Gives78AndOneLineThatNamesTheSandbox()
    {
        var (exitCode, output, error) = await VexeraProcess.RunAsync(_folder.Path, []);

        exitCode.ShouldBe(78);
        output.ShouldBeEmpty();
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("vexera sandbox");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("config", "check")]
    [InlineData("doctor")]
    public async Task Start_SeveralErrors_Gives78AndAllOfThem(params string[] command)
    {
        File.WriteAllText(_folder.File("appsettings.json"), """{ "Discord": { "ApiBaseUrl": "nowhere" }, "Net": { "Freshnes": "1", "QueryTimeout": "soon" } }""");

        var (exitCode, _, error) = await VexeraProcess.RunAsync(_folder.Path, command, ("Discord__Token", "two words"));

        exitCode.ShouldBe(78);
        error.ShouldContain("error: Discord:ApiBaseUrl");
        error.ShouldContain("error: Discord:Token");
        error.ShouldContain("error: Net:QueryTimeout = \"soon\" (" + _folder.File("appsettings.json") + ")");
        error.ShouldContain("warning: Net:Freshnes");
        error.ShouldNotContain("two words");
    }

    [Fact]
    public async Task Run_MalformedSettings_Gives78AndTheLine()
    {
        File.WriteAllText(_folder.File("appsettings.json"), "{\n  \"Discord\": {\n    \"ApiBaseUrl\" \"x\"\n  }\n}");

        var (exitCode, _, error) = await VexeraProcess.RunAsync(_folder.Path, []);

        exitCode.ShouldBe(78);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("appsettings.json, line 3");
    }

    [Fact]
    public async Task ConfigCheck_TokenFromEnvironment_Gives0()
    {
        var (exitCode, output, error) = await VexeraProcess.RunAsync(_folder.Path, ["config", "check"], ("DISCORD_TOKEN", Token));

        exitCode.ShouldBe(0, error);
        (output + error).ShouldNotContain(Token);
    }

    [Fact]
    public async Task Sandbox_PortInUse_Gives78AndOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";

        var (exitCode, output, error) = await VexeraProcess.RunAsync(_folder.Path, ["sandbox", "--urls", address]);

        exitCode.ShouldBe(78);
        output.ShouldBeEmpty();
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(address);
    }

    [Theory]
    [InlineData("sandbox")]
    [InlineData("sandbox", "--no-bot")]
    public async Task Sandbox_Terminated_Gives0(params string[] arguments)
    {
        await using var process = VexeraProcess.Start(_folder.Path, [.. arguments, "--urls", "http://127.0.0.1:0"]);
        await process.WaitForOutAsync("http://127.0.0.1:");

        process.Terminate();

        (await process.WaitForExitAsync()).ShouldBe(0, process.Error);
        process.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sandbox_TellsItsAddress_AnswersWhatIsSaidFromThenOn()
    {
        await using var process = VexeraProcess.Start(_folder.Path, ["sandbox", "--urls", "http://127.0.0.1:0"]);
        await process.WaitForOutAsync("(Ctrl-C stops it)");
        using var http = new HttpClient { BaseAddress = new Uri(Address().Match(process.Out).Value) };
        var world = await http.GetFromJsonAsync<JsonElement>("sandbox/tokens", TestContext.Current.CancellationToken);
        var channel = world.GetProperty("guilds")[0].GetProperty("channels").EnumerateArray()
            .First(one => one.GetProperty("name").GetString() == "general").GetProperty("id").GetString();
        using var member = new RestClient(http.BaseAddress, world.GetProperty("members")[0].GetProperty("token").GetString());

        await member.Post($"channels/{channel}/messages", new { content = "+ping" });

        var answers = new List<string?>();
        var began = TimeProvider.System.GetTimestamp();
        while (!answers.Exists(answer => answer!.StartsWith("Pong!", StringComparison.Ordinal)))
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30), string.Join('\n', answers));
            var messages = (await member.Get($"channels/{channel}/messages")).Json;
            answers = [.. messages.EnumerateArray().Select(message => message.GetProperty("content").GetString())];
        }
    }

    [Fact]
    public async Task Run_TokenRefused_Gives77AndSaysWhatToClick()
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await VexeraProcess.RunAsync(_folder.Path, ["run"], OnSandbox(sandbox.Address, Token));

        exitCode.ShouldBe(77, output + error);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("Reset Token");
        (output + error + await ReadLogAsync()).ShouldNotContain(Token);
    }

    [Fact]
    public async Task Run_DiscordUnreachable_SaysSoAndKeepsTryingUntilStopped()
    {
        await using var process = VexeraProcess.Start(_folder.Path, ["run"], OnSandbox(new Uri("http://127.0.0.1:1"), Token));

        await process.WaitForOutAsync("Trying on.");
        process.Terminate();

        (await process.WaitForExitAsync()).ShouldBe(0);
        process.Error.ShouldBeEmpty();
        (process.Out + await ReadLogAsync()).ShouldNotContain(Token);
    }

    [Fact]
    public async Task Run_DatabaseDamaged_SetsItAsideSaysSoAndRuns()
    {
        const string Damaged = "not a database, and longer than a header would be";
        Directory.CreateDirectory(_folder.File("data"));
        await File.WriteAllTextAsync(_folder.File("data/vexera.db"), Damaged, TestContext.Current.CancellationToken);
        await using var process = VexeraProcess.Start(_folder.Path, [], OnSandbox(new Uri("http://127.0.0.1:1"), Token));

        await process.WaitForOutAsync("Trying on.");
        process.Terminate();

        (await process.WaitForExitAsync()).ShouldBe(0);
        var aside = Directory.GetFiles(_folder.File("data"), "vexera.db.damaged-*").ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(aside, TestContext.Current.CancellationToken)).ShouldBe(Damaged);
        foreach (var told in new[] { process.Out, await ReadLogAsync() })
        {
            told.ShouldContain($"was set aside, untouched, as {aside}");
            told.ShouldContain("vexera restore");
        }
    }

    [Fact]
    public async Task Run_LogFolderNotWritable_RunsWithTheConsoleAlone()
    {
        await File.WriteAllTextAsync(_folder.File("logs"), "a file where the folder should be", TestContext.Current.CancellationToken);
        await using var process = VexeraProcess.Start(_folder.Path, [], OnSandbox(new Uri("http://127.0.0.1:1"), Token));

        await process.WaitForOutAsync("Trying on.");
        process.Terminate();

        (await process.WaitForExitAsync()).ShouldBe(0);
        process.Out.ShouldContain("Logs cannot be written to " + _folder.File("logs"));
    }

    private static (string, string)[] OnSandbox(Uri address, string token) =>
        [("Discord__ApiBaseUrl", new Uri(address, "/api/v10").AbsoluteUri), ("Discord__Token", token)];

    private Task<string> ReadLogAsync() => File.ReadAllTextAsync(_folder.File("logs/vexera.log"), TestContext.Current.CancellationToken);

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+/")]
    private static partial Regex Address();
}
