using Vexera.Core.Commands;
using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>How calls of commands are answered.</summary>
internal static class Answers
{
    private const double Share = 0.99;

    private static readonly AnswerForm[] Failures =
    [
        .. AnswerForm.InEachLanguage(CommandsText.Failed(AnswerForm.Anything, AnswerForm.Anything)),
        .. AnswerForm.InEachLanguage(CommandsText.TimedOut(AnswerForm.Anything, AnswerForm.Anything)),
    ];

    /// <summary>Every one, once.</summary>
    public static DrillPromise AllGiven() => record =>
    {
        if (record.Calls.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseAnswers, "0", DrillText.NoCall);
        var wrong = record.Calls.Where(call => call.Answers.Count != 1).ToList();
        var (none, several) = (wrong.Count(call => call.Answers.Count == 0), wrong.Count(call => call.Answers.Count > 1));
        return new Verdict(
            Promise.Never(DrillText.PromiseAnswers, wrong.Count, DrillText.AnswersWrong.With(record.Calls.Count, none, several)), First(record, wrong));
    };

    /// <summary>None says that a channel, a role or a member is not there, and neither does what the bot says unasked.</summary>
    public static DrillPromise NoneUnknown() => NoneSays(DrillText.PromiseUnknown, UnknownAnswers.Tells);

    /// <summary>None says that the command failed or took too long.</summary>
    public static DrillPromise NoneFailed() => NoneSays(DrillText.PromiseFailed, answer => Array.Exists(Failures, failure => failure.IsIn(answer)));

    /// <summary>99 of 100 within a time. A call without an answer is not within it.</summary>
    public static DrillPromise Within(TimeSpan bar) => record =>
    {
        var shown = FormattableString.Invariant($"≤ {bar.TotalSeconds:0.###} s");
        if (record.Calls.All(call => call.Answers.Count == 0))
            return Verdict.NotMeasured(DrillText.PromiseAnswerDelay, shown, DrillText.NoAnswer);
        var late = record.Calls.Where(call => Delay(call) is not { } delay || delay > bar).ToList();
        return new Verdict(
            new Promise(
                DrillText.PromiseAnswerDelay,
                shown,
                DrillText.AnswersLate.With(Quantile(record, Share).TotalSeconds, late.Count, record.Calls.Count),
                late.Count <= record.Calls.Count * (1 - Share)),
            First(record, late));
    };

    /// <summary>What so many of all answers were given within.</summary>
    /// <param name="record">What was seen.</param>
    /// <param name="share">0 to 1.</param>
    public static TimeSpan Quantile(DrillRecord record, double share)
    {
        TimeSpan[] sorted = [.. record.Calls.Select(Delay).OfType<TimeSpan>().Order()];
        return sorted.Length == 0 ? TimeSpan.Zero : sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share) - 1, 0, sorted.Length - 1)];
    }

    private static DrillPromise NoneSays(string text, Predicate<string> isWrong) => record =>
    {
        if (record.Calls.All(call => call.Answers.Count == 0))
            return Verdict.NotMeasured(text, "0", DrillText.NoAnswer);
        var wrong = record.Calls.SelectMany(call => call.Answers).Concat(record.Unasked).Where(said => isWrong(said.Content)).OrderBy(said => said.At).ToList();
        return new Verdict(
            Promise.Never(text, wrong.Count, wrong is [var one, ..] ? one.Content : ""), wrong.Count == 0 ? null : record.MomentOf(wrong[0].At));
    };

    private static TimeSpan? Delay(Call call) => call.Answers.Count == 0 ? null : call.Answers[0].At - call.At;

    private static TimeSpan? First(DrillRecord record, List<Call> calls) =>
        calls.Count == 0 ? null : record.MomentOf(calls.Min(call => call.At));
}
