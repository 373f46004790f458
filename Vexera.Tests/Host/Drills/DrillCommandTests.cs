using Vexera.Host.Cli;

namespace Vexera.Tests.Host.Drills;

/// <summary>The command line of drills, as far as it goes without one.</summary>
public sealed class DrillCommandTests
{
    [Fact]
    public async Task Drill_UnknownName_Gives64AndTheNearest()
    {
        var (exitCode, _, error) = await InvokeAsync("drill", "resume-strom");

        exitCode.ShouldBe(64);
        error.ShouldContain("resume-storm");
    }

    [Theory]
    [InlineData("--scale", "0")]
    [InlineData("--scale", "much")]
    [InlineData("--seed", "x")]
    [InlineData("soak", "--hours", "0")]
    [InlineData("soak", "--hours", "long")]
    [InlineData("soak", "--hours", "1e3")]
    [InlineData("--hours", "1")]
    [InlineData("raid", "--hours", "1")]
    [InlineData("soak", "raid", "--hours", "1")]
    public async Task Drill_WrongOption_Gives64(params string[] options)
    {
        var (exitCode, _, error) = await InvokeAsync(["drill", .. options]);

        exitCode.ShouldBe(64);
        error.ShouldStartWith("error: ");
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--html")]
    public async Task Drill_ReportWithNowhereToGo_Gives64BeforeAnythingIsStarted(string option)
    {
        var (exitCode, output, error) = await InvokeAsync("drill", option, Path.Combine("no", "such", "folder", "report"));

        exitCode.ShouldBe(64);
        output.ShouldBeEmpty();
        error.ShouldContain(Path.Combine("no", "such", "folder", "report"));
    }

    [Fact]
    public async Task Hours_ForAnotherScenario_SaysWhoseTheyAre()
    {
        var (_, _, error) = await InvokeAsync("drill", "raid", "--hours", "1");

        error.ShouldContain("soak");
    }

    [Fact]
    public async Task List_Always_ShowsEveryScenario()
    {
        var (exitCode, output, _) = await InvokeAsync("drill", "--list");

        exitCode.ShouldBe(0);
        foreach (var scenario in Vexera.Host.Drills.Scenarios.ScenarioCatalog.All)
            output.ShouldContain(scenario.Name);
    }

    [Fact]
    public async Task Help_Always_HidesWhatIsForTests()
    {
        var (_, output, _) = await InvokeAsync("--help");

        output.ShouldContain("drill");
        output.ShouldNotContain("drill-bot");
    }

    private static async Task<(int ExitCode, string Output, string Error)> InvokeAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new CommandLine(new Terminal(output, error)).InvokeAsync(arguments, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
