using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Dispatch;

/// <summary>
/// Brings events to handlers: each handler gets the events of one guild in order, different guilds and handlers run side by side.
/// Bounded; a handler that is slow or throws is nobody else's trouble.
/// </summary>
internal sealed class Dispatcher : IHostedService, IDisposable
{
    private readonly EventRoutes _routes;
    private readonly LaneTable _lanes = new();
    private readonly DispatchBudget _budget;
    private readonly WorkerPool _pool;
    private readonly DeadlineWatch _watch;
    private readonly DispatchOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Dispatcher> _logger;
    private readonly LogPace _fullPace;

    public Dispatcher(
        EventRoutes routes, IOptions<DispatchOptions> options, VexeraMetrics metrics, TimeProvider time, ILogger<Dispatcher> logger)
    {
        _routes = routes;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _fullPace = new LogPace(TimeSpan.FromMinutes(1), time);
        _budget = new DispatchBudget(_options.QueueLimit, _options.QueueMegabytes * 1024L * 1024L);
        metrics.DispatchQueued.Source = () => _budget.Events;
        metrics.DispatchQueuedBytes.Source = () => _budget.Bytes;
        _pool = new WorkerPool(_lanes, _options.MaxParallel, new CallOutcomes(_budget, metrics, time, logger), time);
        _watch = new DeadlineWatch(_pool, _budget, _options.HandlerDeadline, _options.HandlerGrace, time);
    }

    /// <summary>How many events wait or are with handlers; one with several handlers counts for each.</summary>
    public long Queued => _budget.Events;

    /// <summary>How many guilds and channels something waits in, for each handler.</summary>
    public int Lanes => _lanes.Count;

    /// <summary>Whether an event is to be dropped because handlers are behind; counts it then.</summary>
    public bool Sheds(EventRoute route)
    {
        if (route.DroppedFrom > 1 || _budget.Fill < route.DroppedFrom)
            return false;
        route.Shed.Add();
        return true;
    }

    /// <summary>Queues an event for all its handlers; while there is no room, waits. Handlers hear of it with <see cref="Wake"/> or <see cref="LendThread"/>.</summary>
    /// <param name="context">The event.</param>
    /// <param name="route">Its handlers.</param>
    /// <param name="order">Events with the same number are handled in order.</param>
    /// <param name="cancellationToken">Gives up waiting: the event is not queued then.</param>
    public ValueTask EnqueueAsync(EventContext context, EventRoute route, ulong order, CancellationToken cancellationToken)
    {
        if (_budget.IsFull)
            return EnqueueWithRoomAsync(context, route, order, cancellationToken);
        Enqueue(context, route, order);
        return ValueTask.CompletedTask;
    }

    /// <summary>Calls handlers for what is queued on this thread, if not enough threads do so already.</summary>
    public void LendThread() => _pool.Work();

    /// <summary>Sees to it that what is queued is handled elsewhere.</summary>
    public void Wake() => _pool.Wake();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _routes.Prepare();
        return Task.CompletedTask;
    }

    /// <summary>Handles what waits, as far as there is time; then asks handlers to stop. Shards have stopped reading by then.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await EmptiesWithinAsync(_options.DrainTimeout, cancellationToken))
            return;
        _pool.Stop();
        var dropped = _lanes.Clear();
        foreach (var context in dropped)
        {
            context.Release();
            _budget.Give(context.Bytes);
        }

        _watch.CancelAll();
        await EmptiesWithinAsync(_options.HandlerGrace, cancellationToken);
        DispatchLog.NotDrained(_logger, dropped.Count, _budget.Events);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watch.Dispose();
        _pool.Dispose();
    }

    private async ValueTask EnqueueWithRoomAsync(EventContext context, EventRoute route, ulong order, CancellationToken cancellationToken)
    {
        if (_fullPace.TryTell(out _))
            DispatchLog.Full(_logger, _budget.Events);
        Wake();
        // The frame is the caller's until this completes, so the context may wait with it.
        await _budget.WhenRoomAsync(cancellationToken);
        Enqueue(context, route, order);
    }

    private void Enqueue(EventContext context, EventRoute route, ulong order)
    {
        context.Share(route.Subscriptions.Length);
        foreach (var subscription in route.Subscriptions)
        {
            _budget.Take(context.Bytes);
            if (_lanes.Add(order, subscription, context) is { } lane)
                _pool.Schedule(lane);
        }

        _watch.Rouse();
    }

    private async Task<bool> EmptiesWithinAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await _budget.WhenEmptyAsync(cancellationToken).WaitAsync(timeout, _time, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
