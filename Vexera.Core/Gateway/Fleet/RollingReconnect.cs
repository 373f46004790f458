using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// Reconnects shards by RESUME, a few at once. The first that does not come back ends it, so that a gateway in trouble does not
/// get more of it.
/// </summary>
internal sealed class RollingReconnect(IReadOnlyList<Shard> shards, IReadOnlyList<int> elsewhere, TimeProvider time, ILogger logger)
{
    /// <summary>How many shards are away at any moment.</summary>
    public const int AtOnce = 4;

    /// <summary>How long a shard has to come back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<int, Outcome> _outcomes = [];

    private enum Outcome
    {
        Resumed,
        Identified,
        Skipped,
        Missing,
    }

    /// <summary>How far it has come.</summary>
    public ReconnectProgress Progress => new(_outcomes.Count, shards.Count);

    /// <summary>Runs until all are through, one is missing, or the fleet stops.</summary>
    public async Task<ReconnectReport> RunAsync(CancellationToken stopping)
    {
        GatewayLog.ReconnectStarts(logger, shards.Count, AtOnce);
        var queue = new ConcurrentQueue<Shard>(shards);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(queue, stopping)));
        var report = new ReconnectReport(
            Those(Outcome.Resumed), Those(Outcome.Identified), [.. Those(Outcome.Skipped), .. elsewhere], Those(Outcome.Missing),
            [.. shards.Select(shard => shard.Id).Where(id => !_outcomes.ContainsKey(id))]);
        if (report.Missing.Count > 0)
            GatewayLog.ReconnectBrokenOff(logger, ShardRanges.Of(report.Missing), Patience, ShardRanges.Of(report.Untouched));
        else
            GatewayLog.ReconnectEnds(logger, report.Resumed.Count, report.Identified.Count, report.Skipped.Count);
        return report;
    }

    private async Task WorkAsync(ConcurrentQueue<Shard> queue, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && Those(Outcome.Missing).Length == 0 && queue.TryDequeue(out var shard))
        {
            if (await ReconnectAsync(shard, stopping) is { } outcome)
                _outcomes[shard.Id] = outcome;
        }
    }

    // Null when the fleet stopped meanwhile.
    private async Task<Outcome?> ReconnectAsync(Shard shard, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            var session = shard.SessionId;
            if (!await shard.TryReconnectAsync(either.Token))
                return Outcome.Skipped;
            return shard.SessionId == session ? Outcome.Resumed : Outcome.Identified;
        }
        catch (OperationCanceledException)
        {
            return stopping.IsCancellationRequested ? null : Outcome.Missing;
        }
    }

    private int[] Those(Outcome outcome) => [.. _outcomes.Where(one => one.Value == outcome).Select(one => one.Key).Order()];
}
