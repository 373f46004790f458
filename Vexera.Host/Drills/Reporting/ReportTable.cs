using System.Globalization;
using Spectre.Console;

namespace Vexera.Host.Drills.Reporting;

/// <summary>A report for people.</summary>
internal static class ReportTable
{
    private const int WidthOfFiles = 140;

    /// <summary>Writes the figures, then the promises.</summary>
    public static void Write(IAnsiConsole console, Report report, string machine)
    {
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFiles;
        console.WriteLine($"{report.Name} on {machine}");
        console.Write(Figures(report));
        if (report.Promises.Count > 0)
            console.Write(Promises(report));
        foreach (var broken in report.Promises.Where(promise => promise.First is not null))
        {
            console.WriteLine($"{broken.Text}: {broken.First}");
            foreach (var line in broken.Log)
                console.WriteLine($"    {line}");
        }
    }

    private static Table Figures(Report report)
    {
        var table = new Table().AddColumn("figure");
        foreach (var set in report.Sets)
            table.AddColumn(new TableColumn(Markup.Escape(set.Title)).RightAligned());
        var names = report.Sets.SelectMany(set => set.Figures).Select(figure => figure.Name).Distinct();
        foreach (var name in names)
            table.AddRow([Markup.Escape(name), .. report.Sets.Select(set => Show(set, name))]);
        return table;
    }

    private static Table Promises(Report report)
    {
        var table = new Table().AddColumns("promise", "bar", "seen", "");
        foreach (var promise in report.Promises)
        {
            table.AddRow(
                Markup.Escape(promise.Text), Markup.Escape(promise.Bar), Markup.Escape(promise.Seen), promise.Kept ? "[green]kept[/]" : "[red]broken[/]");
        }

        return table;
    }

    private static string Show(FigureSet set, string name) => set.Figures.Where(figure => figure.Name == name)
        .Select(figure => figure.Value.ToString(Math.Abs(figure.Value) < 100 ? "#,0.##" : "#,0", CultureInfo.InvariantCulture))
        .FirstOrDefault("");
}
