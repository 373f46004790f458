namespace Vexera.Core.Gateway.Identify;

/// <summary>What a restart must not forget of IDENTIFYs. Calls may be slow and may fail with any exception.</summary>
internal interface IIdentifyLedger
{
    /// <summary>What was written last, or null when nothing was.</summary>
    Task<IdentifyRecord?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces what is on record; it is durable when the task completes.</summary>
    Task WriteAsync(IdentifyRecord record, CancellationToken cancellationToken);
}

/// <summary>The day's budget on record.</summary>
/// <param name="Taken">IDENTIFYs taken since Discord renewed the budget last, from 0.</param>
/// <param name="Total">How many the day has.</param>
/// <param name="RenewsAt">When Discord renews it next, by this machine's clock, which may have been moved since.</param>
/// <param name="SentBy">No IDENTIFY was sent after this instant, by the same clock.</param>
internal sealed record IdentifyRecord(int Taken, int Total, DateTimeOffset RenewsAt, DateTimeOffset SentBy);
