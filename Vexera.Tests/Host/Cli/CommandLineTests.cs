using Vexera.Host.Cli;

namespace Vexera.Tests.Host.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--nonsense")]
    [InlineData("walk")]
    [InlineData("config")]
    [InlineData("config", "chek")]
    [InlineData("run", "now")]
    [InlineData("--set", "Discord:Token")]
    [InlineData("--set")]
    [InlineData("sandbox", "--guilds", "many")]
    [InlineData("sandbox", "--guilds", "-1")]
    [InlineData("sandbox", "--guilds", "9999999999")]
    [InlineData("sandbox", "--shards", "0")]
    [InlineData("sandbox", "--urls")]
    [InlineData("backup")]
    [InlineData("backup", "a.db", "b.db")]
    [InlineData("restore")]
    [InlineData("restore", "a.db", "--force")]
    public async Task Invoke_WrongUsage_Gives64AndOneLineForEachMistake(params string[] arguments)
    {
        var (exitCode, output, error) = await InvokeAsync(arguments);

        exitCode.ShouldBe(64);
        output.ShouldBeEmpty();
        error.ShouldStartWith("error: ");
        error.ShouldEndWith("See vexera --help." + Environment.NewLine);
        error.ShouldNotContain(" at ");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("config", "check", "-h")]
    public async Task Invoke_Help_ExplainsAndGives0(params string[] arguments)
    {
        var (exitCode, output, error) = await InvokeAsync(arguments);

        exitCode.ShouldBe(0);
        output.ShouldContain("--set");
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Invoke_Version_GivesTheVersion()
    {
        var (exitCode, output, _) = await InvokeAsync("--version");

        exitCode.ShouldBe(0);
        output.ShouldMatch(@"^\d+\.\d+\.\d+");
    }

    private static async Task<(int ExitCode, string Out, string Error)> InvokeAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new CommandLine(new Terminal(output, error)).InvokeAsync(arguments, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
