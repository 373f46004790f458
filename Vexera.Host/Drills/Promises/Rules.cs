using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>Discord's rules: the rate of IDENTIFYs, limits of requests, permissions and the rest.</summary>
internal static class Rules
{
    /// <summary>None is broken.</summary>
    public static DrillPromise NoneBroken() => record => new Verdict(
        Promise.Never(DrillText.PromiseRules, record.After.Violations, record.After.DescribeViolations()),
        record.After.Broken is [var first, ..] ? record.Timeline.Of(first.At) : null);
}
