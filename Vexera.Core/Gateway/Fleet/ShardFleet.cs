using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// The shards of one shard count that run in this process: starts them in order and keeps each going apart from the others. Two
/// fleets of different counts may run beside each other; they share the gate.
/// </summary>
internal sealed class ShardFleet
{
    // Discord lets the next wave of shards identify this much later.
    private static readonly TimeSpan WaveInterval = TimeSpan.FromSeconds(5);
    private readonly FleetContext _context;
    private readonly int _concurrency;

    /// <param name="context">What the shards share.</param>
    /// <param name="plan">Which shards to run.</param>
    /// <param name="maxConcurrency">How many may identify at once, as Discord said last.</param>
    /// <param name="tickets">Sessions to go on with, by the number of the shard; null for none.</param>
    public ShardFleet(FleetContext context, ShardPlan plan, int maxConcurrency, IReadOnlyDictionary<int, SessionTicket>? tickets = null)
    {
        _context = context;
        _concurrency = Math.Max(1, maxConcurrency);
        Plan = plan;
        Shards = [.. Enumerable.Range(plan.First, plan.Here).Select(id => new Shard(context, id, tickets?.GetValueOrDefault(id)))];
    }

    /// <summary>Which shards these are, and of how many.</summary>
    public ShardPlan Plan { get; }

    /// <summary>The shards by number.</summary>
    public IReadOnlyList<Shard> Shards { get; }

    /// <summary>Whether all are receiving events.</summary>
    public bool IsReady => Shards.All(shard => shard.Status.State == ShardState.Ready);

    /// <summary>Where events go.</summary>
    public IDispatchSink Sink
    {
        get => _context.Sink;
        set => _context.Sink = value;
    }

    /// <summary>Whether sessions are left alive at Discord's side when the fleet stops.</summary>
    public bool KeepsSessions
    {
        get => _context.KeepsSessions;
        set => _context.KeepsSessions = value;
    }

    /// <summary>How long it takes at least until the last shard may identify, when no other fleet does.</summary>
    public TimeSpan IdentifyFloor => WaveInterval * ((Plan.Here - 1) / _concurrency);

    /// <summary>The shards at this moment.</summary>
    public IReadOnlyList<ShardStatus> Statuses
    {
        get
        {
            var budget = _context.Gate.BudgetRenewsAt is { } renewsAt
                ? $"the day's identify budget is nearly used up, until {renewsAt.UtcDateTime:HH:mm} UTC"
                : null;
            return [.. Shards.Select(shard => shard.Status)
                .Select(status => budget is not null && status.State == ShardState.Waiting ? status with { Reason = budget } : status)];
        }
    }

    /// <summary>Runs until stopped.</summary>
    /// <exception cref="FatalGatewayException">Discord refused a shard for good; all have stopped.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAll(Shards.Select(shard => RunAsync(shard, ending)));
    }

    // Shards identify in waves of max_concurrency; each wave connects one interval before its turn. Who resumes waits for nobody.
    private TimeSpan WaveOf(Shard shard)
    {
        if (shard.SessionId is not null)
            return TimeSpan.Zero;
        var shardId = shard.Id;
        var wave = (shardId / _concurrency) - (Plan.First / _concurrency);
        return WaveInterval * Math.Max(0, wave - 1);
    }

    private async Task RunAsync(Shard shard, CancellationTokenSource ending)
    {
        await WaitAsync(WaveOf(shard), ending.Token);
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await shard.RunAsync(ending.Token);
            }
            catch (FatalGatewayException)
            {
                await ending.CancelAsync();
                throw;
            }
            catch (Exception unforeseen)
            {
                GatewayLog.ShardFailed(_context.Logger, shard.Id, unforeseen);
                await WaitAsync(_context.Options.BackoffMax * _context.Jitter.Next(), ending.Token);
            }
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken ending) =>
        await Task.Delay(wait, _context.Time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
