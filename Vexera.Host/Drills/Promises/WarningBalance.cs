using Vexera.Core.Modules.Moderation;
using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>Warnings held to the cases on disk.</summary>
/// <param name="Warned">How many warnings were answered as given.</param>
/// <param name="Lost">Those without a case of the number that the answer names.</param>
/// <param name="Unasked">Cases that no answer speaks of, and all but the first of one call.</param>
/// <param name="Gaps">Guilds whose numbers are not 1, 2, 3 and so on, each once.</param>
internal sealed record WarningBalance(int Warned, IReadOnlyList<Call> Lost, int Unasked, int Gaps)
{
    private static readonly AnswerForm Given = new(ModerationText.Warned(AnswerForm.Anything, AnswerForm.AnyNumber));

    /// <summary>Holds calls to cases.</summary>
    public static WarningBalance Of(IReadOnlyList<Call> calls, IReadOnlyList<CaseOnDisk> cases)
    {
        var warned = calls.Where(call => call.Answers.Any(answer => Given.IsIn(answer.Content))).ToDictionary(call => call.Id);
        var byCause = cases.ToLookup(one => one.CauseId);
        return new WarningBalance(
            warned.Count,
            [.. warned.Values.Where(call => !byCause[call.Id].Any(one => Names(call, one)))],
            byCause.Sum(ofOne => ofOne.Count() - (ofOne.Key is { } cause && warned.ContainsKey(cause) ? 1 : 0)),
            cases.GroupBy(one => one.GuildId).Count(ofGuild => !IsWhole([.. ofGuild.Select(one => one.Number).Order()])));
    }

    private static bool Names(Call call, CaseOnDisk one)
    {
        var form = new AnswerForm(ModerationText.Warned(AnswerForm.Anything, one.Number));
        return call.Answers.Any(answer => form.IsIn(answer.Content));
    }

    private static bool IsWhole(long[] numbers) => numbers.Index().All(one => one.Item == one.Index + 1);
}
