using System.Text.RegularExpressions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The dashboard of the built executable.</summary>
public sealed partial class DashboardProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("run")]
    [InlineData("config", "check")]
    public async Task Start_OpenToAllWithoutALogin_EndsWith78AndSaysWhatToDo(params string[] command)
    {
        var (exitCode, _, error) = await VexeraProcess.RunAsync(
            _folder.Path, command, ("Dashboard__Enabled", "true"), ("Dashboard__Urls", "http://0.0.0.0:0"), ("DISCORD_TOKEN", "a.b.c"));

        exitCode.ShouldBe(78, error);
        error.ShouldContain("http://0.0.0.0:0");
        error.ShouldContain("Dashboard:AdminKey");
    }

    [Fact]
    public async Task Sandbox_Starting_TellsWhereToWatchAndIsReady()
    {
        await using var process = VexeraProcess.Start(
            _folder.Path,
            ["sandbox", "--urls", "http://127.0.0.1:0"],
            ("Dashboard__Enabled", "true"),
            ("Dashboard__Urls", "http://127.0.0.1:0"));
        await process.WaitForOutAsync("Watch it at");
        using var http = new HttpClient { BaseAddress = new Uri(Address().Match(process.Out).Groups[1].Value) };

        var ready = await http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);

        ready.ShouldBe("""{"ready":true,"shards":1,"shards_ready":1}""");
        process.Terminate();
        (await process.WaitForExitAsync()).ShouldBe(0, process.Error);
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("Watch it at (http://127\\.0\\.0\\.1:\\d+/)")]
    private static partial Regex Address();
}
