using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

/// <summary>Judges promises and holds them to what a test expects.</summary>
internal static class Judging
{
    public static Promise ShouldKeep(this DrillRecord record, DrillPromise promise)
    {
        var judged = promise(record).Told(record);
        judged.Kept.ShouldBeTrue($"{judged.Text}: {judged.Seen}");
        judged.First.ShouldBeNull();
        judged.Log.ShouldBeEmpty();
        return judged;
    }

    /// <summary>Broken, first in a second, and with the lines of the log around it.</summary>
    public static Promise ShouldBreak(this DrillRecord record, DrillPromise promise, double first)
    {
        var judged = promise(record).Told(record);
        judged.Kept.ShouldBeFalse($"{judged.Text}: {judged.Seen}");
        judged.First.ShouldNotBeNull().ShouldContain(FormattableString.Invariant($"{first:0.0} s"));
        judged.Log.ShouldNotBeEmpty();
        judged.Log.ShouldBe(record.Log.Around(SeenDrill.StartedAt + SeenDrill.Seconds(first)));
        return judged;
    }

    /// <summary>Broken, because there was nothing to judge.</summary>
    public static void ShouldNotBeMeasured(this DrillRecord record, DrillPromise promise)
    {
        var judged = promise(record).Told(record);
        judged.Kept.ShouldBeFalse($"{judged.Text}: {judged.Seen}");
        judged.Seen.ShouldStartWith("not measured: ");
        judged.First.ShouldNotBeNull();
    }
}
