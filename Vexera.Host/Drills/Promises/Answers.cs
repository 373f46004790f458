using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>How calls of commands are answered.</summary>
internal static class Answers
{
    /// <summary>Every one, once.</summary>
    public static DrillPromise AllGiven() => record =>
    {
        var wrong = record.Calls.Where(call => call.Answers.Count != 1).ToList();
        var (none, several) = (wrong.Count(call => call.Answers.Count == 0), wrong.Count(call => call.Answers.Count > 1));
        return new Verdict(
            Promise.Never(DrillText.PromiseAnswers, wrong.Count, DrillText.AnswersWrong.With(record.Calls.Count, none, several)), First(record, wrong));
    };

    /// <summary>None says that a channel, a role or a member is not there, and neither does what the bot says unasked.</summary>
    public static DrillPromise NoneUnknown() => record =>
    {
        var wrong = record.Calls.SelectMany(call => call.Answers).Concat(record.Unasked)
            .Where(answer => UnknownAnswers.Tells(answer.Content)).ToList();
        return new Verdict(
            Promise.Never(DrillText.PromiseUnknown, wrong.Count, wrong is [var one, ..] ? one.Content : ""),
            wrong.Count == 0 ? null : record.Timeline.Of(wrong.Min(answer => answer.At)));
    };

    /// <summary>99 of 100 within a time.</summary>
    public static DrillPromise Within(TimeSpan bar) => record =>
    {
        var late = Delays(record).Where(one => one.Delay > bar).Select(one => one.Call).ToList();
        return new Verdict(
            Promise.AtMost(DrillText.PromiseAnswerDelay, Quantile(record, 0.99).TotalSeconds, bar.TotalSeconds, " s"), First(record, late));
    };

    /// <summary>What so many of all answers were given within.</summary>
    /// <param name="record">What was seen.</param>
    /// <param name="share">0 to 1.</param>
    public static TimeSpan Quantile(DrillRecord record, double share)
    {
        TimeSpan[] sorted = [.. Delays(record).Select(one => one.Delay).Order()];
        return sorted.Length == 0 ? TimeSpan.Zero : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * share) - 1)];
    }

    private static IEnumerable<(Call Call, TimeSpan Delay)> Delays(DrillRecord record) =>
        record.Calls.Where(call => call.Answers.Count > 0).Select(call => (call, call.Answers[0].At - call.At));

    private static TimeSpan? First(DrillRecord record, List<Call> calls) =>
        calls.Count == 0 ? null : record.Timeline.Of(calls.Min(call => call.At));
}
