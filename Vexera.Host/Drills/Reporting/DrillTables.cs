using Spectre.Console;
using Vexera.Host.Cli;
using Vexera.Host.Drills.Scenarios;

namespace Vexera.Host.Drills.Reporting;

/// <summary>The list of scenarios for people.</summary>
internal static class DrillTables
{
    private const int WidthOfFiles = 140;

    /// <summary>Writes each scenario's name, whether it is of the short set, and what happens.</summary>
    public static void List(Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        if (!terminal.IsInteractive)
            console.Profile.Width = WidthOfFiles;
        var table = new Table().AddColumns(DrillText.ColumnScenario, DrillText.ColumnShort, DrillText.ColumnSummary);
        foreach (var scenario in ScenarioCatalog.All)
        {
            table.AddRow(
                Markup.Escape(scenario.Name), scenario.ShortScale is null ? "" : DrillText.Yes, Markup.Escape(scenario.Summary));
        }

        console.Write(table);
    }
}
