using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of numbered messages.</summary>
internal static class Messages
{
    /// <summary>Every one reaches the handlers.</summary>
    public static DrillPromise NoneLost() => record =>
    {
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
        var seen = new HashSet<long>();
        var doubled = record.Handled.Where(number => !seen.Add(number)).ToList();
        return new Verdict(Promise.Never(DrillText.PromiseNoneDoubled, doubled.Count), doubled.Count == 0 ? null : record.SentAt(doubled.Min()));
    };
}
