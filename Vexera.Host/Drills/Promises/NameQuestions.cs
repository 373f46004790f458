using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>How often names are asked for.</summary>
internal static class NameQuestions
{
    /// <summary>Each name, by each type of address, at most once in each freshness period of each process.</summary>
    /// <param name="freshness">The bot's setting <c>Net:Freshness</c>.</param>
    public static DrillPromise Within(TimeSpan freshness) => record =>
    {
        // Questions under way while a sample is taken may fall on either side of it.
        const int Slack = 1;
        var worst = 0L;
        TimeSpan? first = null;
        foreach (var sample in record.Samples)
        {
            var allowed = Allowed(record, sample.At, freshness) + Slack;
            var over = sample.Sandbox.Questions.Values.DefaultIfEmpty().Max() - allowed;
            if (over > 0)
                first ??= sample.At;
            worst = Math.Max(worst, over);
        }

        var most = record.After.Questions.Values.DefaultIfEmpty().Max();
        var bar = Allowed(record, record.Samples[^1].At, freshness) + Slack;
        return new Verdict(
            new Promise(DrillText.PromiseNames, $"≤ {bar}", $"{most}", worst == 0 && most <= bar), first);
    };

    private static long Allowed(DrillRecord record, TimeSpan until, TimeSpan freshness) =>
        1 + record.Drill.Ends.Count(end => end.At <= until) + (long)Math.Floor(until / freshness);
}
