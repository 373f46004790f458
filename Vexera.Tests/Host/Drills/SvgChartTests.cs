using System.Xml.Linq;
using Vexera.Host.Drills.Reporting.Html;

namespace Vexera.Tests.Host.Drills;

/// <summary>Graphs of the report.</summary>
public sealed class SvgChartTests
{
    [Fact]
    public void Lines_WithAGap_DrawsTwoStrokes()
    {
        var chart = new SvgChart("a & b", 10, []).Lines([new Series("rate", [(0, 1), (5, null), (7, 3), (10, 2)])]);

        var path = Xml(chart).Descendants("path").ShouldHaveSingleItem().Attribute("d")!.Value;
        path.Count(letter => letter == 'M').ShouldBe(2);
        path.Count(letter => letter == 'L').ShouldBe(1);
    }

    [Fact]
    public void Stack_OfTwo_DrawsABandEachAndALegend()
    {
        var chart = new SvgChart("shards", 10, []).Stack([new Series("Ready", [(0, 1), (10, 4)]), new Series("Resuming", [(0, 3), (10, 0)])]);

        Xml(chart).Descendants("path").Count().ShouldBe(2);
        Xml(chart).Descendants("span").Select(key => key.Value).ShouldBe(["Ready", "Resuming"]);
    }

    [Fact]
    public void Draw_WithAMark_PutsItsNumberAtItsTimeAndEncodesItsText()
    {
        var chart = new SvgChart("rate", 10, [new ChartLine(5, 3, "<now>")]).Lines([new Series("rate", [(0, 0)])]);

        var mark = Xml(chart).Descendants("g").ShouldHaveSingleItem();
        mark.Element("title")!.Value.ShouldBe("<now>");
        mark.Element("text")!.Value.ShouldBe("3");
    }

    [Fact]
    public void Draw_WithClocks_PutsThemOnTheAxisWhereTheyHaveRoom()
    {
        var chart = new SvgChart("rate", 100, [new ChartLine(0, 1, "a", "13:10"), new ChartLine(1, 2, "b", "13:11"), new ChartLine(50, 3, "c", "13:57")])
            .Lines([new Series("rate", [(0, 0)])]);

        Clocks(chart).ShouldBe(["13:10", "13:57"]);
    }

    [Fact]
    public void Draw_WithoutClocks_HasNoneAndIsLower()
    {
        var without = Xml(new SvgChart("rate", 10, [new ChartLine(5, 1, "a")]).Lines([new Series("rate", [(0, 0)])]));
        var with = Xml(new SvgChart("rate", 10, [new ChartLine(5, 1, "a", "13:10")]).Lines([new Series("rate", [(0, 0)])]));

        Clocks(without.ToString()).ShouldBeEmpty();
        Height(without).ShouldBeLessThan(Height(with));
    }

    private static IEnumerable<string> Clocks(string chart) =>
        Xml(chart).Descendants("text").Where(text => text.Attribute("class")?.Value == "clock").Select(text => text.Value);

    private static double Height(XElement chart) =>
        double.Parse(chart.Element("svg")!.Attribute("viewBox")!.Value.Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);

    private static XElement Xml(string figure) => XElement.Parse(figure);
}
