using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway.Identify;

/// <summary>The gate of a bot that runs in one process.</summary>
internal sealed class IdentifyGate(ISessionBudget budget, TimeProvider time) : IIdentifyGate
{
    // Discord counts arrivals. The margin keeps two IDENTIFYs apart that the network brings closer together.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(5_100);
    private Bucket[] _buckets = [new Bucket()];

    /// <inheritdoc/>
    public void Configure(SessionStartLimit limit)
    {
        budget.Renew(limit);
        var count = Math.Max(1, limit.MaxConcurrency);
        if (count == _buckets.Length)
            return;

        // Shards change buckets; whichever was used last, no bucket opens before its window has passed.
        var used = _buckets.Max(bucket => bucket.UsedAt);
        _buckets = [.. Enumerable.Range(0, count).Select(_ => new Bucket { UsedAt = used })];
    }

    /// <inheritdoc/>
    public async ValueTask<IdentifyPermit> AcquireAsync(int shardId, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shardId);
        var buckets = _buckets;
        var bucket = buckets[shardId % buckets.Length];
        await bucket.Line.EnterAsync(cancellationToken);
        try
        {
            await budget.TakeAsync(cancellationToken);
        }
        catch
        {
            bucket.Line.Leave();
            throw;
        }

        var permit = new IdentifyPermit(sent => Close(bucket, sent));
        try
        {
            if (bucket.UsedAt is { } used && Window - time.GetElapsedTime(used) is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancellationToken);
            return permit;
        }
        catch
        {
            permit.Dispose();
            throw;
        }
    }

    private void Close(Bucket bucket, bool sent)
    {
        if (sent)
            bucket.UsedAt = time.GetTimestamp();
        else
            budget.GiveBack();
        bucket.Line.Leave();
    }

    private sealed class Bucket
    {
        public Line Line { get; } = new();

        public long? UsedAt { get; set; }
    }
}
