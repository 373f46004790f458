using System.Net;
using System.Net.Sockets;
using Vexera.Sandbox;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary><c>vexera doctor</c> as a process, against the sandbox.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Doctor_EverythingWell_SaysSoInEveryRow()
    {
        await using var sandbox = await SandboxAsync();

        var (exitCode, output, error) = await DoctorAsync(sandbox.Address, await sandbox.BotTokenAsync());

        exitCode.ShouldBe(0, output + error);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(10);
        rows.ShouldAllBe(row => row.StartsWith("right "));
        output.ShouldContain("Server Members Intent, Message Content Intent switched on");
        output.ShouldContain("says hello");
    }

    [Fact]
    public async Task Doctor_DnsServerSet_AsksItAndSaysSo()
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", Dns = new IPEndPoint(IPAddress.Loopback, 0) }, TestContext.Current.CancellationToken);
        var byName = new UriBuilder(sandbox.Address) { Host = "discord.test" }.Uri;

        var (exitCode, output, error) = await DoctorAsync(byName, sandbox.BotToken, ("Net__DnsServer", sandbox.Dns!.ToString()));

        exitCode.ShouldBe(0, output + error);
        output.ShouldContain("discord.test has 1 addresses");
        output.ShouldContain($"by the DNS server {sandbox.Dns}");
        output.ShouldContain("ws://gateway.discord.test");
    }

    [Fact]
    public async Task Doctor_TokenRefused_Gives77AndSaysWhatToClick()
    {
        await using var sandbox = await SandboxAsync();

        var (exitCode, output, error) = await DoctorAsync(sandbox.Address, "not.the.token");

        exitCode.ShouldBe(77);
        output.ShouldContain("wrong   Token");
        output.ShouldContain("Reset Token");
        output.ShouldContain("unknown Intents");
        (output + error).ShouldNotContain("not.the.token");
    }

    [Fact]
    public async Task Doctor_NobodyAnswers_Gives69AndTriesNoMore()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = new Uri($"http://{closed.LocalEndpoint}");
        closed.Stop();

        var (exitCode, output, _) = await DoctorAsync(address, "a.token.here");

        exitCode.ShouldBe(69);
        output.ShouldContain("wrong   API");
        output.ShouldContain("unknown Token         not tried");
    }

    [Fact]
    public async Task Doctor_DatabaseOfAnotherKind_Gives78AndLeavesItAlone()
    {
        await using var sandbox = await SandboxAsync();
        Directory.CreateDirectory(_folder.File("data"));
        var file = _folder.File("data/vexera.db");
        await File.WriteAllTextAsync(file, "not a database, and longer than a header would be", TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await DoctorAsync(sandbox.Address, await sandbox.BotTokenAsync());

        exitCode.ShouldBe(78);
        output.ShouldContain("wrong   Storage");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldStartWith("not a database");
    }

    private static Task<SandboxServer> SandboxAsync() =>
        SandboxServer.StartAsync(new SandboxOptions { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);

    private Task<(int ExitCode, string Out, string Error)> DoctorAsync(
        Uri address, string token, params (string Name, string Value)[] settings) => VexeraProcess.RunAsync(
        _folder.Path, ["doctor"], [("Discord__ApiBaseUrl", new Uri(address, "/api/v10").AbsoluteUri), ("Discord__Token", token), .. settings]);
}
