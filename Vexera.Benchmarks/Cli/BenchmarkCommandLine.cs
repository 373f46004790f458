using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Contenders.Programs;
using Vexera.Benchmarks.Dashboard;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Cli;

/// <summary>The command line: one command for each benchmark.</summary>
/// <param name="output">Answers.</param>
/// <param name="error">What went wrong, and progress.</param>
internal sealed class BenchmarkCommandLine(TextWriter output, TextWriter error)
{
    private readonly SettingsOptions _settings = new();

    /// <summary>Does what the arguments say.</summary>
    /// <param name="arguments">The arguments after the program's name.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> InvokeAsync(IReadOnlyList<string> arguments)
    {
        var root = Build();
        var parsed = root.Parse(arguments.Count == 0 ? ["--help"] : arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                await error.WriteLineAsync($"error: {problem.Message}");
            await error.WriteLineAsync("See --help.");
            return ExitCode.WrongUsage;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        // The bot has its own way to stop.
        if (arguments is [DashboardBot.Command, ..])
            invocation.ProcessTerminationTimeout = null;
        try
        {
            var exitCode = await parsed.InvokeAsync(invocation);
            return arguments.Count == 0 ? ExitCode.WrongUsage : exitCode;
        }
        catch (Exception failure) when (failure is NotMeasuredException or OperationCanceledException)
        {
            await error.WriteLineAsync($"error: {failure.Message}");
            return ExitCode.NotMeasured;
        }
    }

    private RootCommand Build()
    {
        var root = new RootCommand("Measures Vexera and says which promises the figures keep.");
        foreach (var benchmark in BenchmarkCatalog.All)
        {
            var command = new Command(benchmark.Name, benchmark.Summary);
            _settings.AddTo(command, benchmark.Knobs);
            command.SetAction((parsed, cancellationToken) => MeasureAsync(benchmark, parsed, cancellationToken));
            root.Add(command);
        }

        root.Add(ContenderCommand());
        root.Add(DashboardBotCommand());
        return root;
    }

    private Command ContenderCommand()
    {
        var setup = new Argument<string>("setup");
        var command = new Command(ContenderProgram.Command) { setup };
        command.Hidden = true;
        command.SetAction(parsed => new ContenderProgram(Console.In, output).RunAsync(
            JsonSerializer.Deserialize<ContenderSetup>(parsed.GetRequiredValue(setup))!));
        return command;
    }

    private static Command DashboardBotCommand()
    {
        var (api, token) = (new Argument<string>("api"), new Argument<string>("token"));
        var command = new Command(DashboardBot.Command) { api, token };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => DashboardBot.RunAsync(
            parsed.GetRequiredValue(api), parsed.GetRequiredValue(token), cancellationToken));
        return command;
    }

    private async Task<int> MeasureAsync(IBenchmark benchmark, ParseResult parsed, CancellationToken cancellationToken)
    {
        var report = await benchmark.RunAsync(_settings.Read(parsed), new ProgressLines(error), cancellationToken);
        var machine = Machine.Describe();
        ReportTable.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }), report, machine);
        if (_settings.ReadJson(parsed) is { } file)
            await File.WriteAllBytesAsync(file, ReportJson.Write(report, machine), cancellationToken);
        return report.IsKept ? ExitCode.Kept : ExitCode.Broken;
    }

    private sealed class ProgressLines(TextWriter writer) : IProgress<string>
    {
        public void Report(string value) => writer.WriteLine(value);
    }
}
