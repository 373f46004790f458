using System.Net;
using System.Net.Sockets;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary>The built program as people start it.</summary>
public sealed class RunTests : IDisposable
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

    [Fact]
    public async Task Run_SeveralErrors_Gives78AndAllOfThem()
    {
        File.WriteAllText(_folder.File("appsettings.json"), """{ "Discord": { "ApiBaseUrl": "nowhere" }, "Net": { "Freshnes": "1", "QueryTimeout": "soon" } }""");

        var (exitCode, _, error) = await VexeraProcess.RunAsync(_folder.Path, ["run"], ("Discord__Token", "two words"));

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
}
