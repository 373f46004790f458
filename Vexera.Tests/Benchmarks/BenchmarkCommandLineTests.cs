using Vexera.Benchmarks;
using Vexera.Benchmarks.Cli;

namespace Vexera.Tests.Benchmarks;

/// <summary>The command line of the benchmarks, as far as it goes without measuring.</summary>
public sealed class BenchmarkCommandLineTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("start", "--shards", "2")]
    [InlineData("idle", "--shards", "0")]
    [InlineData("idle", "--seconds", "many")]
    [InlineData("idle", "--seconds", "0")]
    [InlineData("punishments", "--count", "0")]
    [InlineData("punishments", "--seconds", "-1")]
    [InlineData("throughput", "--compression", "lzma")]
    [InlineData("start", "--executable", "/nowhere/vexera")]
    public async Task Invoke_WrongUsage_Gives64AndSaysWhy(params string[] arguments)
    {
        var (exitCode, _, error) = await RunAsync(arguments);

        exitCode.ShouldBe(64);
        error.ShouldStartWith("error: ");
    }

    [Fact]
    public async Task Invoke_Help_ListsEveryNameWithItsLine()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        exitCode.ShouldBe(0);
        output.ShouldNotContain("contender");
        foreach (var benchmark in BenchmarkCatalog.All)
            output.ShouldContain(benchmark.Name);
    }

    [Fact]
    public async Task Invoke_NoName_ListsTheNamesAndGives64()
    {
        var (exitCode, output, _) = await RunAsync();

        exitCode.ShouldBe(64);
        output.ShouldContain("cold-boot");
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new BenchmarkCommandLine(output, error).InvokeAsync(arguments);
        return (exitCode, output.ToString(), error.ToString());
    }
}
