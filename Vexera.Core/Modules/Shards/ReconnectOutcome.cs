using Vexera.Core.Commands.Texts;
using Vexera.Core.Shards;

namespace Vexera.Core.Modules.Shards;

/// <summary>What came of a rolling reconnect, in words.</summary>
internal static class ReconnectOutcome
{
    /// <summary>The lines.</summary>
    public static IEnumerable<Text> Of(ReconnectReport report)
    {
        var total = report.Resumed.Count + report.Identified.Count + report.Skipped.Count + report.Missing.Count + report.Untouched.Count;
        yield return ShardsText.Done(report.Resumed.Count, total);
        if (report.Identified.Count > 0)
            yield return ShardsText.Identified(ShardRanges.Of(report.Identified));
        if (report.Skipped.Count > 0)
            yield return ShardsText.Skipped(ShardRanges.Of(report.Skipped));
        if (report.Missing.Count > 0)
            yield return ShardsText.Missing(ShardRanges.Of(report.Missing), ShardRanges.Of(report.Untouched));
        else if (report.Untouched.Count > 0)
            yield return ShardsText.Interrupted(ShardRanges.Of(report.Untouched));
    }
}
