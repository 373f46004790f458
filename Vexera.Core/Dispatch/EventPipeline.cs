using Microsoft.Extensions.Logging;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.State;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Dispatch;

/// <summary>
/// The way of an event: found by name, skipped unread when nobody wants it, read and applied to State when it changes what is
/// known, and queued for handlers. Runs on the loop of the event's shard.
/// </summary>
internal sealed class EventPipeline(
    EventRoutes routes,
    SessionGuard sessions,
    StateUpdates updates,
    IGuildStates guilds,
    Dispatcher dispatcher,
    MalformedEvents malformed,
    IEventRate rate,
    VexeraMetrics metrics,
    ILogger<EventPipeline> logger) : IDispatchSink
{
    private static readonly KeyValuePair<string, object?> Unknown = new("event", "unknown");

    /// <inheritdoc/>
    public ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken)
    {
        rate.Record(frame.ReceivedAt);
        if (routes.Find(frame.Name.Span) is not { } route)
        {
            metrics.EventsReceived.Add(1, Unknown);
            metrics.EventsSkipped.Add(1, Unknown);
            return ValueTask.CompletedTask;
        }

        metrics.EventsReceived.Add(1, route.Tag);
        var origin = new EventOrigin(frame.ShardId, frame.ShardCount, frame.SessionId, frame.Sequence, frame.ReceivedAt);
        if (!sessions.Accept(origin, route.BeginsSession))
            metrics.EventsStale.Add(1, route.Tag);
        else if (route.ChangesState)
            return ApplyAsync(route, frame, origin, cancellationToken);
        else if (route.Wrapper is null)
            metrics.EventsSkipped.Add(1, route.Tag);
        else if (!dispatcher.Sheds(route))
            return QueueAsync(route, route.Wrapper, frame, origin, cancellationToken);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void LendThread() => dispatcher.LendThread();

    private ValueTask QueueAsync(
        EventRoute route, EventWrapper wrapper, in DispatchFrame frame, in EventOrigin origin, CancellationToken cancellationToken)
    {
        var guildId = RoutingIds.GuildId(frame.Data.Span);
        var order = guildId ?? RoutingIds.ChannelId(frame.Data.Span);
        var context = wrapper.Wrap(frame, origin, guildId, guilds);
        return dispatcher.EnqueueAsync(context, route, order?.Value ?? (ulong)frame.ShardId, cancellationToken);
    }

    private async ValueTask ApplyAsync(EventRoute route, DispatchFrame frame, EventOrigin origin, CancellationToken cancellationToken)
    {
        if (await TryApplyAsync(route, frame, origin) is not { } change)
            return;
        await QueueAsync(route, change, origin, cancellationToken);
        foreach (var raised in change.Raised ?? [])
        {
            if (routes.Find(raised.Event.GetType()) is { } raisedRoute)
                await QueueAsync(raisedRoute, raised, origin, cancellationToken);
        }
    }

    private async ValueTask<StateChange?> TryApplyAsync(EventRoute route, DispatchFrame frame, EventOrigin origin)
    {
        try
        {
            if (route.Descriptor!.Decode(frame.Data.Span) is { } gatewayEvent)
                return await updates.ApplyAsync(gatewayEvent, origin);
            metrics.EventsSkipped.Add(1, route.Tag);
        }
        catch (System.Text.Json.JsonException failure)
        {
            malformed.Report(route.Descriptor!, failure);
        }
        catch (Exception failure)
        {
            DispatchLog.Failed(logger, route.Descriptor!.Name, failure);
        }

        return null;
    }

    private ValueTask QueueAsync(EventRoute route, in StateChange change, in EventOrigin origin, CancellationToken cancellationToken)
    {
        if (route.Wrapper is null || dispatcher.Sheds(route))
            return ValueTask.CompletedTask;
        var order = change.GuildId?.Value ?? (ulong)origin.ShardId;
        return dispatcher.EnqueueAsync(route.Wrapper.Wrap(change, origin), route, order, cancellationToken);
    }
}
