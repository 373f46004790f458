using System.Globalization;
using System.Net;
using System.Text;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Reporting.Html;

/// <summary>A page that stands for itself: no script, nothing that is fetched.</summary>
internal static class HtmlReport
{
    private const string StyleResource = "web/drills/report.css";

    /// <summary>The page.</summary>
    /// <param name="drills">Each drill's report, and what was seen in it.</param>
    /// <param name="machine">What it ran on.</param>
    public static string Write(IReadOnlyList<(Report Report, DrillRecord Record)> drills, string machine)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(DrillText.ReportTitle)}</title>
            <style>{Style()}</style>
            </head>
            <body>
            <h1>{Text(DrillText.ReportTitle)}</h1>
            <p class="machine">{Text(machine)}</p>
            """);
        foreach (var (report, record) in drills)
            WriteDrill(page, report, record);
        return page.Append("</body></html>\n").ToString();
    }

    private static void WriteDrill(StringBuilder page, Report report, DrillRecord record)
    {
        page.Append(CultureInfo.InvariantCulture, $"""<section><h2>{Text(report.Name)} <span class="{(report.IsKept ? "kept" : "broken")}">{Verdict(report.IsKept)}</span></h2><p>{Text(record.Scenario.Summary)}</p>""");
        WritePromises(page, report);
        page.Append(DrillCharts.Of(record));
        WriteMarks(page, record);
        WriteFigures(page, report);
        page.Append("</section>");
    }

    private static void WritePromises(StringBuilder page, Report report)
    {
        page.Append(CultureInfo.InvariantCulture, $"<table><thead><tr><th>{Text(DrillText.ColumnPromise)}</th><th class=\"number\">{Text(DrillText.ColumnBar)}</th><th class=\"number\">{Text(DrillText.ColumnSeen)}</th><th></th></tr></thead><tbody>");
        foreach (var promise in report.Promises)
        {
            page.Append(CultureInfo.InvariantCulture, $"""<tr><td>{Text(promise.Text)}</td><td class="number">{Text(promise.Bar)}</td><td class="number">{Text(promise.Seen)}</td><td class="{(promise.Kept ? "kept" : "broken")}">{Verdict(promise.Kept)}</td></tr>""");
            if (promise.First is { } first)
                page.Append(CultureInfo.InvariantCulture, $"""<tr class="evidence"><td colspan="4">{Text(first)}<pre>{Text(string.Join('\n', promise.Log))}</pre></td></tr>""");
        }

        page.Append("</tbody></table>");
    }

    private static void WriteMarks(StringBuilder page, DrillRecord record)
    {
        page.Append("<ol class=\"marks\">");
        foreach (var mark in record.Marks)
            page.Append(CultureInfo.InvariantCulture, $"<li><b>{Text(mark.Time)}</b> {Text(mark.Text)} <span class=\"at\">{mark.At.TotalSeconds:0.0} s</span></li>");
        page.Append("</ol>");
    }

    private static void WriteFigures(StringBuilder page, Report report)
    {
        page.Append("<table><tbody>");
        foreach (var figure in report.Sets.SelectMany(set => set.Figures))
            page.Append(CultureInfo.InvariantCulture, $"""<tr><td>{Text(figure.Name)}</td><td class="number">{figure.Value:#,0.##}</td></tr>""");
        page.Append("</tbody></table>");
    }

    private static string Verdict(bool kept) => Text(kept ? DrillText.Kept : DrillText.Broken);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(StyleResource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
