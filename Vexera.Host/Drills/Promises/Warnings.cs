using Vexera.Core.Modules.Moderation;
using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of warnings.</summary>
internal static class Warnings
{
    private static readonly AnswerForm Warned = new(ModerationText.Warned(AnswerForm.Anything, AnswerForm.AnyNumber));

    /// <summary>
    /// Each warning that is answered as given is one case, under the number that the answer names; there is no other case, and the
    /// numbers of each guild have no gap.
    /// </summary>
    public static DrillPromise AreCases() => record =>
    {
        var warned = record.Calls.Where(call => call.Answers.Any(answer => Warned.IsIn(answer.Content))).ToDictionary(call => call.Id);
        var byCause = record.Cases.ToLookup(one => one.CauseId);
        var lost = warned.Values.Where(call => !byCause[call.Id].Any(one => Names(call, one))).ToList();
        var unasked = record.Cases.Count(one => one.CauseId is null || !warned.ContainsKey(one.CauseId));
        var doubled = byCause.Sum(cases => cases.Count() - 1);
        var gaps = record.Cases.GroupBy(one => one.GuildId).Count(cases => !cases.Select(one => one.Number).Order().SequenceEqual(Numbers(cases.Count())));
        return new Verdict(
            Promise.Never(
                DrillText.PromiseCases,
                lost.Count + unasked + doubled + gaps,
                DrillText.CasesWrong.With(warned.Count, record.Cases.Count, lost.Count, unasked + doubled, gaps)),
            lost.Count == 0 ? null : record.Timeline.Of(lost.Min(call => call.At)));
    };

    private static bool Names(Call call, CaseOnDisk one)
    {
        var form = new AnswerForm(ModerationText.Warned(AnswerForm.Anything, one.Number));
        return call.Answers.Any(answer => form.IsIn(answer.Content));
    }

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(number => (long)number);
}
