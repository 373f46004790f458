using System.Text.Json;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Tests.Benchmarks;

/// <summary>Figures and promises, and their JSON.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(1.0, true)]
    [InlineData(1.001, false)]
    public void AtMost_BesideItsBar_IsKeptUpToIt(double seen, bool kept) => Promise.AtMost("start", seen, 1, " s").Kept.ShouldBe(kept);

    [Theory]
    [InlineData(0, true, "0")]
    [InlineData(3, false, "3 (what happened)")]
    public void Never_ACount_IsKeptAtNoneOnly(long count, bool kept, string seen)
    {
        var promise = Promise.Never("it breaks", count, "what happened");

        promise.Kept.ShouldBe(kept);
        promise.Seen.ShouldBe(seen);
    }

    [Fact]
    public void Exactly_OneTooFew_IsBroken() => Promise.Exactly("answers", 9_999, 10_000).Kept.ShouldBeFalse();

    [Fact]
    public void IsKept_OneOfTwoBroken_IsFalse()
    {
        var report = new Report("start");
        report.Add(Promise.AtMost("start", 0.5, 1, " s"));
        report.IsKept.ShouldBeTrue();

        report.Add(Promise.AtMost("memory", 151, 150, " MB"));

        report.IsKept.ShouldBeFalse();
    }

    [Fact]
    public void Write_AReport_HasTheShapeThatIsDocumented()
    {
        var report = new Report("start");
        report.AddSet("vexera").Add("start, s", 0.25);
        report.Add(Promise.AtMost("start", 0.25, 1, " s"));

        using var json = JsonDocument.Parse(ReportJson.Write(report, "a machine"));

        var root = json.RootElement;
        root.GetProperty("name").GetString().ShouldBe("start");
        root.GetProperty("machine").GetString().ShouldBe("a machine");
        root.GetProperty("figures").GetProperty("vexera").GetProperty("start, s").GetDouble().ShouldBe(0.25);
        var promise = root.GetProperty("promises").EnumerateArray().ShouldHaveSingleItem();
        promise.GetProperty("promise").GetString().ShouldBe("start");
        promise.GetProperty("bar").GetString().ShouldBe("≤ 1 s");
        promise.GetProperty("seen").GetString().ShouldBe("0.25 s");
        promise.GetProperty("kept").GetBoolean().ShouldBeTrue();
    }
}
