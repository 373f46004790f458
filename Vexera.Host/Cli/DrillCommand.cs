using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Vexera.Host.Configuration;
using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Bot.Breakers;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Reporting.Html;
using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Scenarios.Files;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Cli;

/// <summary><c>vexera drill [NAME…]</c>: rehearses bad days against a simulator, and says which promises were kept.</summary>
/// <param name="terminal">Where to speak.</param>
internal sealed class DrillCommand(Terminal terminal)
{
    private const double LeastScale = 0.001, MostScale = 10;

    private readonly Argument<string[]> _names = new("NAME") { Description = DrillText.NameDescription, Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<int> _seed = new("--seed") { Description = DrillText.SeedDescription, HelpName = "N" };
    private readonly Option<string> _json = new("--json") { Description = DrillText.JsonDescription, HelpName = "FILE" };
    private readonly Option<string> _html = new("--html") { Description = DrillText.HtmlDescription, HelpName = "FILE" };
    private readonly Option<string[]> _files = new("--file") { Description = DrillText.FileDescription, HelpName = "FILE" };
    private readonly Option<bool> _list = new("--list") { Description = DrillText.ListDescription };
    private readonly Option<string?> _break = new("--break") { Hidden = true };
    private readonly Option<double?> _scale = new("--scale")
    {
        Description = DrillText.ScaleDescription,
        HelpName = "SHARE",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale)
                && scale is >= LeastScale and <= MostScale)
                return scale;
            result.AddError(DrillText.ScaleWrong.With(result.Tokens[0].Value));
            return null;
        },
    };

    private readonly Option<double?> _hours = new("--hours")
    {
        Description = DrillText.HoursDescription,
        HelpName = "N",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
                && hours is >= Soak.Fewest and <= Soak.Most)
                return hours;
            result.AddError(DrillText.HoursWrong.With(Soak.Fewest, Soak.Most, result.Tokens[0].Value));
            return null;
        },
    };

    /// <summary>The command with its options.</summary>
    public Command Build()
    {
        _break.AcceptOnlyFromAmong([.. BreakerCatalog.All.Keys]);
        var command = new Command("drill", DrillText.Description) { _names, _files, _scale, _seed, _hours, _json, _html, _list, _break };
        command.Validators.Add(HoursAreForSoak);
        command.SetAction(InvokeAsync);
        return command;
    }

    /// <summary>The command that starts the bot of a drill, hidden.</summary>
    public Command BuildBot()
    {
        var setup = new Argument<string>("setup");
        var command = new Command(BotProgram.Command) { setup };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => BotProgram.RunAsync(
            terminal, JsonSerializer.Deserialize<BotSetup>(parsed.GetRequiredValue(setup))!, cancellationToken));
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_list))
        {
            DrillTables.List(terminal);
            return ExitCode.Fine;
        }

        var names = parsed.GetValue(_names) ?? [];
        var unknown = names.Where(name => ScenarioCatalog.All.All(scenario => scenario.Name != name)).ToList();
        foreach (var name in unknown)
        {
            terminal.Error.WriteLine(CliText.Error.With(
                Spelling.Nearest(name, ScenarioCatalog.All.Select(scenario => scenario.Name)) is { } nearest
                    ? DrillText.UnknownScenarioNear.With(name, nearest)
                    : DrillText.UnknownScenario.With(name)));
        }

        if (OperatingSystem.IsWindows())
        {
            terminal.Error.WriteLine(CliText.Error.With(DrillText.NoSignals));
            return ExitCode.Unexpected;
        }

        // A drill takes minutes: that its report has nowhere to go is said before.
        var wrong = new[] { parsed.GetValue(_json), parsed.GetValue(_html) }.OfType<string>().Select(Unwritable).OfType<string>().ToList();
        var own = Own(parsed.GetValue(_files) ?? [], wrong);
        foreach (var error in wrong)
            terminal.Error.WriteLine(CliText.Error.With(error));
        return unknown.Count + wrong.Count > 0 ? ExitCode.WrongUsage : await DrillAsync(parsed, names, own, cancellationToken);
    }

    private static List<Scenario> Own(string[] files, List<string> wrong)
    {
        var scenarios = new List<Scenario>();
        foreach (var file in files)
        {
            try
            {
                scenarios.Add(ScenarioFile.Read(file));
            }
            catch (ScenarioFileException e)
            {
                wrong.AddRange(e.Errors);
            }
        }

        return scenarios;
    }

    private static string? Unwritable(string file)
    {
        try
        {
            using var opened = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return DrillText.Unwritable.With(file, e.Message);
        }
    }

    private void HoursAreForSoak(CommandResult result)
    {
        if (result.GetResult(_hours)?.Errors.Any() == false && result.GetValue(_names) is not [Soak.Name])
            result.AddError(DrillText.HoursAreForSoak);
    }

    private Scenario Chosen(Scenario scenario, ParseResult parsed) => scenario.Name == Soak.Name && ScenarioCatalog.All.Contains(scenario)
        ? Soak.Build(TimeSpan.FromHours(parsed.GetValue(_hours) ?? Soak.Hours), parsed.GetValue(_seed))
        : scenario;

    private async Task<int> DrillAsync(ParseResult parsed, string[] names, List<Scenario> own, CancellationToken cancellationToken)
    {
        var isShortSet = names.Length + own.Count == 0;
        var scenarios = ScenarioCatalog.All.Where(scenario => isShortSet ? scenario.ShortScale is not null : names.Contains(scenario.Name)).Concat(own);
        var machine = Machine.Describe();
        var drills = new List<(Report Report, DrillRecord Record)>();
        var isWhole = true;
        foreach (var scenario in scenarios)
        {
            var scale = parsed.GetValue(_scale) ?? (isShortSet ? scenario.ShortScale : null);
            var runner = new DrillRunner(new DrillSettings(scale, parsed.GetValue(_seed), parsed.GetValue(_break)), new Lines(terminal.Error));
            try
            {
                var record = await runner.RunAsync(Chosen(scenario, parsed), cancellationToken);
                var report = DrillReport.Of(record);
                drills.Add((report, record));
                ReportTable.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) }), report, machine);
            }
            catch (NotMeasuredException e)
            {
                isWhole = false;
                terminal.Error.WriteLine(CliText.Error.With(DrillText.NotFinished.With(scenario.Name, e.Message)));
            }
        }

        Report[] reports = [.. drills.Select(drill => drill.Report)];
        if (parsed.GetValue(_json) is { } json)
            await File.WriteAllBytesAsync(json, reports is [var only] ? ReportJson.Write(only, machine) : ReportJson.Write(reports, machine), cancellationToken);
        if (parsed.GetValue(_html) is { } html)
            await File.WriteAllTextAsync(html, HtmlReport.Write(drills, machine), cancellationToken);
        return !isWhole ? ExitCode.Unexpected : reports.All(report => report.IsKept) ? ExitCode.Fine : ExitCode.Broken;
    }

    private sealed class Lines(TextWriter writer) : IProgress<string>
    {
        public void Report(string value) => writer.WriteLine(value);
    }
}
