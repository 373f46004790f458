using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of warnings.</summary>
internal static class Warnings
{
    /// <summary>
    /// Each warning that is answered as given is one case, under the number that the answer names; there is no other case, and the
    /// numbers of each guild have no gap.
    /// </summary>
    public static DrillPromise AreCases() => record =>
    {
        var balance = WarningBalance.Of(record.Calls, record.Cases);
        if (balance.Warned == 0 && record.Cases.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseCases, "0", DrillText.NoWarning);
        return new Verdict(
            Promise.Never(
                DrillText.PromiseCases,
                balance.Lost.Count + balance.Unasked + balance.Gaps,
                DrillText.CasesWrong.With(balance.Warned, record.Cases.Count, balance.Lost.Count, balance.Unasked, balance.Gaps)),
            balance.Lost.Count == 0 ? null : record.MomentOf(balance.Lost.Min(call => call.At)));
    };
}
