using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>How often names are asked for.</summary>
internal static class NameQuestions
{
    // Questions under way while a sample is taken may fall on either side of it.
    private const int Slack = 1;

    /// <summary>Each name, by each type of address, at most once in each freshness period of each process.</summary>
    /// <param name="freshness">The bot's setting <c>Net:Freshness</c>.</param>
    public static DrillPromise Within(TimeSpan freshness) => record =>
    {
        var bar = Allowed(record, record.EndedAt, freshness);
        if (record.After.Questions.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseNames, $"≤ {bar}", DrillText.NoQuestion);
        var (name, most) = record.After.Questions.MaxBy(question => question.Value);
        var first = record.Samples.FirstOrDefault(sample => sample.Sandbox.Questions.Values.Any(count => count > Allowed(record, sample.At, freshness)))?.At;
        return new Verdict(
            new Promise(DrillText.PromiseNames, $"≤ {bar}", DrillText.NamesSeen.With(most, name), first is null && most <= bar), first);
    };

    /// <summary>How often a name may have been asked for until a moment.</summary>
    public static long Allowed(DrillRecord record, TimeSpan until, TimeSpan freshness) =>
        1 + record.Ends.Count(end => end.At <= until) + (long)Math.Floor(until / freshness) + Slack;
}
