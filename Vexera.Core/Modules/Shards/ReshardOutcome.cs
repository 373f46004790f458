using Vexera.Core.Commands.Texts;
using Vexera.Core.Shards;

namespace Vexera.Core.Modules.Shards;

/// <summary>How a reshard stands, and what came of it, in words.</summary>
internal static class ReshardOutcome
{
    /// <summary>How far it is.</summary>
    public static Text Of(ReshardProgress progress) => progress.Stage switch
    {
        ReshardStage.Identifying => ShardsText.ReshardIdentifying(progress.From, progress.To, progress.Ready),
        ReshardStage.Comparing => ShardsText.ReshardComparing(progress.From, progress.To, progress.Awaited),
        _ => ShardsText.ReshardClosing(progress.From, progress.To),
    };

    /// <summary>Why it may not begin.</summary>
    /// <param name="answer">A refusal.</param>
    /// <param name="control">Knows of the one at work.</param>
    public static Text Of(ReshardAnswer answer, IReshardControl control) => answer.Refusal switch
    {
        ReshardRefusal.RunsAPart => ShardsText.ReshardRunsAPart(InlineCode.Of("Gateway:Shards"), InlineCode.Of("Gateway:ShardCount")),
        ReshardRefusal.ReshardAtWork => control.Progress is { } progress ? Of(progress) : ShardsText.ReshardNotReady,
        ReshardRefusal.ReconnectAtWork => ShardsText.ReshardAfterReconnect,
        ReshardRefusal.SameCount => ShardsText.ReshardSameCount(answer.To),
        ReshardRefusal.BudgetLow => ShardsText.ReshardBudgetLow(answer.To, answer.Available),
        ReshardRefusal.Unreachable => ShardsText.ReshardUnreachable,
        _ => ShardsText.ReshardNotReady,
    };

    /// <summary>What came of it.</summary>
    public static IEnumerable<Text> Of(ReshardReport report)
    {
        if (report.End == ReshardEnd.TakenOver)
            return [ShardsText.Resharded(report.From, report.To)];
        return
        [
            ShardsText.ReshardGivenUp(report.To, report.From),
            report.End switch
            {
                ReshardEnd.Refused => ShardsText.ReshardRefused,
                ReshardEnd.SessionLost => ShardsText.ReshardSessionLost,
                ReshardEnd.BudgetLow => ShardsText.ReshardBudgetSpent,
                ReshardEnd.TookTooLong => ShardsText.ReshardTookTooLong,
                _ => ShardsText.ReshardStopped,
            },
            .. report.Detail is { Length: > 0 } detail ? [ShardsText.ReshardDetail(InlineCode.Of(detail))] : Array.Empty<Text>(),
        ];
    }
}
