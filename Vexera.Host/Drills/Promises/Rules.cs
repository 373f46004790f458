using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>Discord's rules, as the simulator keeps them.</summary>
internal static class Rules
{
    private const string RateLimit = "rate-limit", IdentifyRate = "identify-rate";

    /// <summary>No IDENTIFY comes sooner than Discord allows.</summary>
    public static DrillPromise IdentifiesInTime() => record =>
    {
        if (record.After.Identifies == 0)
            return Verdict.NotMeasured(DrillText.PromiseIdentifies, "0", DrillText.NoIdentify);
        var broken = record.After.Broken.Where(IsIdentify).ToList();
        return new Verdict(
            Promise.Never(DrillText.PromiseIdentifies, broken.Count, Describe(broken)), broken is [var first, ..] ? record.MomentOf(first.At) : null);
    };

    /// <summary>No other rule is broken: permissions, limits of requests, lengths and the rest.</summary>
    public static DrillPromise NoneBroken() => record =>
    {
        if (!WasAsked(record))
            return Verdict.NotMeasured(DrillText.PromiseRules, "0", DrillText.NoRequest);
        var broken = record.After.Broken.Where(one => !IsIdentify(one)).ToList();
        return new Verdict(
            Promise.Never(DrillText.PromiseRules, Others(record, IsIdentify), Describe(broken)), First(record, broken, 0));
    };

    /// <summary>None is broken but by requests that were under way when a limit began that nothing had foretold.</summary>
    /// <param name="requestsUnderWay">How many those may be.</param>
    public static DrillPromise NoneBrokenBeside(int requestsUnderWay) => record =>
    {
        var bar = DrillText.RulesBesideBar.With(requestsUnderWay);
        if (!WasAsked(record))
            return Verdict.NotMeasured(DrillText.PromiseRulesBeside, bar, DrillText.NoRequest);
        var unforetold = record.After.Broken.Where(broken => broken.Rule == RateLimit).ToList();
        var broken = record.After.Broken.Where(one => !IsIdentify(one) && one.Rule != RateLimit).ToList();
        var others = Others(record, one => IsIdentify(one) || one.Rule == RateLimit);
        return new Verdict(
            new Promise(
                DrillText.PromiseRulesBeside,
                bar,
                DrillText.RulesBesideSeen.With(others, unforetold.Count),
                others == 0 && unforetold.Count <= requestsUnderWay),
            others > 0 ? First(record, broken, 0) : First(record, unforetold, requestsUnderWay));
    };

    // The simulator keeps the latest of a great many, and counts all of them.
    private static long Others(DrillRecord record, Predicate<BrokenRule> isOwn) => record.After.Violations - record.After.Broken.Count(one => isOwn(one));

    private static bool WasAsked(DrillRecord record) => record.After.Requests > 0;

    private static bool IsIdentify(BrokenRule broken) => broken.Rule == IdentifyRate;

    private static TimeSpan? First(DrillRecord record, List<BrokenRule> broken, int allowed) =>
        record.After.Violations > record.After.Broken.Count
            ? record.Samples.FirstOrDefault(sample => sample.Sandbox.Violations > allowed)?.At
            : broken.Count > allowed ? record.MomentOf(broken[allowed].At) : null;

    private static string Describe(IEnumerable<BrokenRule> broken) => string.Join("; ", broken.Take(3).Select(one => $"{one.Rule}: {one.Detail}"));
}
