using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of numbered messages.</summary>
internal static class Messages
{
    /// <summary>Every one reaches the handlers.</summary>
    public static DrillPromise NoneLost() => record =>
    {
        if (record.Sent == 0)
            return Verdict.NotMeasured(DrillText.PromiseNoneLost, "0", DrillText.NoMessage);
        var handled = record.Handled.ToHashSet();
        var missing = new List<long>();
        for (var number = 1L; number <= record.Sent; number++)
        {
            if (!handled.Contains(number))
                missing.Add(number);
        }

        return new Verdict(Promise.Never(DrillText.PromiseNoneLost, missing.Count), missing.Count == 0 ? null : record.SentAt(missing[0]));
    };

    /// <summary>None reaches them twice. After a kill it may: what was not yet on disk is handled again.</summary>
    public static DrillPromise NoneDoubled() => record =>
    {
        if (record.Handled.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseNoneDoubled, "0", DrillText.NoMessage);
        var seen = new HashSet<long>();
        var doubled = record.Handled.Where(number => !seen.Add(number)).ToList();
        return new Verdict(Promise.Never(DrillText.PromiseNoneDoubled, doubled.Count), doubled.Count == 0 ? null : record.SentAt(doubled.Min()));
    };
}
