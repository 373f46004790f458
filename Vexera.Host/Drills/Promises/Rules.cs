using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>Discord's rules: the rate of IDENTIFYs, limits of requests, permissions and the rest.</summary>
internal static class Rules
{
    private const string RateLimit = "rate-limit";

    /// <summary>None is broken.</summary>
    public static DrillPromise NoneBroken() => record => new Verdict(
        Promise.Never(DrillText.PromiseRules, record.After.Violations, record.After.DescribeViolations()),
        record.After.Broken is [var first, ..] ? record.Timeline.Of(first.At) : null);

    /// <summary>None is broken but by requests that were under way when a limit began that nothing had foretold.</summary>
    /// <param name="requestsUnderWay">How many those may be.</param>
    public static DrillPromise NoneBrokenBeside(int requestsUnderWay) => record =>
    {
        var unforetold = record.After.Broken.Where(broken => broken.Rule == RateLimit).ToList();
        var other = record.After.Violations - unforetold.Count;
        return new Verdict(
            new Promise(
                DrillText.PromiseRulesBeside,
                DrillText.RulesBesideBar.With(requestsUnderWay),
                DrillText.RulesBesideSeen.With(other, unforetold.Count),
                other == 0 && unforetold.Count <= requestsUnderWay),
            record.After.Broken is [var first, ..] ? record.Timeline.Of(first.At) : null);
    };
}
