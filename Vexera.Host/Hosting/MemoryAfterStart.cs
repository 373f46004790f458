using Vexera.Core.Shards;
using Vexera.Core.State;

namespace Vexera.Host.Hosting;

/// <summary>
/// Gives the memory back that starting took and that nothing holds any more: once, when all shards of this process are ready and
/// no awaited guild has arrived for ten seconds. Hundreds of thousands of guilds leave hundreds of megabytes behind, which the
/// collector would keep until the machine runs short. It stops the process for about two seconds for each gigabyte in use.
/// </summary>
/// <param name="fleet">The shards.</param>
/// <param name="guilds">The guilds.</param>
/// <param name="time">The clock.</param>
/// <param name="collect">Collects all garbage and gives free memory back to the system.</param>
/// <param name="logger">The log.</param>
internal sealed class MemoryAfterStart(
    IFleetStatus fleet, IGuildStates guilds, TimeProvider time, Action collect, ILogger<MemoryAfterStart> logger)
    : BackgroundService
{
    private const int QuietTicks = 10;
    private const int Unknown = -1;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private int _awaited = Unknown;
    private int _quiet;

    /// <summary>The collection that gives most back.</summary>
    public static void CollectAll() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>Looks at shards and guilds, once a second.</summary>
    /// <returns>Whether all that starting brings has arrived.</returns>
    public bool HasSettled()
    {
        var before = _awaited;
        _awaited = AreReady(fleet.Shards) ? guilds.CountAwaited() : Unknown;
        _quiet = _awaited != Unknown && _awaited == before ? _quiet + 1 : 0;
        return _quiet >= QuietTicks;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (!HasSettled())
            await timer.WaitForNextTickAsync(stoppingToken);
        var (committed, began) = (GC.GetGCMemoryInfo().TotalCommittedBytes, time.GetTimestamp());
        collect();
        HostingLog.Collected(logger, committed >> 20, GC.GetGCMemoryInfo().TotalCommittedBytes >> 20, time.GetElapsedTime(began));
    }

    private static bool AreReady(IReadOnlyList<ShardStatus> shards) =>
        shards.Count > 0 && shards.All(shard => shard.State == ShardState.Ready);
}
