using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>People who join.</summary>
internal static class Joins
{
    private const string MemberAdd = "GUILD_MEMBER_ADD";

    /// <summary>All have joined within a time, and the bot was sent each.</summary>
    public static DrillPromise AllWithin(TimeSpan bar) => record =>
    {
        if (record.Joins.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseJoins, Bar(0, bar), DrillText.NoJoin);
        var (count, slowest) = (record.Joins.Sum(wave => (long)wave.Count), record.Joins.MaxBy(wave => wave.Took)!);
        var sent = record.After.Sent(MemberAdd) - record.Before.Sent(MemberAdd);
        return new Verdict(
            new Promise(
                DrillText.PromiseJoins,
                Bar(count, bar),
                DrillText.JoinsSeen.With(sent, slowest.Took.TotalSeconds),
                sent >= count && slowest.Took <= bar),
            slowest.At + bar);
    };

    private static string Bar(long count, TimeSpan bar) => DrillText.JoinsBar.With(count, bar.TotalSeconds);
}
