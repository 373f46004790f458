using Microsoft.Extensions.Logging;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Instruments;

namespace Vexera.Core.Dispatch;

/// <summary>
/// The way of an event: found by name, skipped unread when nobody wants it, read and applied to State when it changes what is
/// known, and queued for handlers. Runs on the loop of the event's shard.
/// </summary>
internal sealed class EventPipeline(
    EventRoutes routes,
    StateJournal journal,
    StateUpdates updates,
    IGuildStates guilds,
    Dispatcher dispatcher,
    MalformedEvents malformed,
    IEventRate rate,
    VexeraMetrics metrics,
    ILogger<EventPipeline> logger) : IDispatchSink
{
    private static readonly KeyValuePair<string, object?> Unknown = new("event", "unknown");
    private readonly StripedCounter _unknownReceived = metrics.EventsReceived.With(Unknown);
    private readonly StripedCounter _unknownSkipped = metrics.EventsSkipped.With(Unknown);

    /// <inheritdoc/>
    public ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken)
    {
        rate.Record(frame.ReceivedAt);
        if (routes.Find(frame.Name.Span) is not { } route)
        {
            _unknownReceived.Add();
            _unknownSkipped.Add();
            return ValueTask.CompletedTask;
        }

        route.Received.Add();
        var origin = new EventOrigin(frame.ShardId, frame.ShardCount, frame.SessionId, frame.Sequence, frame.ReceivedAt);
        var shard = journal.Of(new ShardKey(frame.ShardId, frame.ShardCount));
        var verdict = shard.Accept(origin, route.BeginsSession);
        if (verdict == EventVerdict.Stale)
        {
            metrics.EventsStale.Add(1, route.Tag);
            return ValueTask.CompletedTask;
        }

        if (verdict == EventVerdict.Handled)
            metrics.EventsReplayed.Add(1, route.Tag);
        if (route.ChangesState && updates.MayChange(route.Descriptor!, frame.Data.Span))
            return ApplyAsync(route, shard, verdict, frame, origin, cancellationToken);
        if (route.Wrapper is null)
            route.Skipped.Add();
        else if (verdict == EventVerdict.Fresh && !dispatcher.Sheds(route))
            return QueueAsync(route, route.Wrapper, shard, frame, origin, cancellationToken);
        shard.Apply(frame.Sequence);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void LendThread() => dispatcher.LendThread();

    private ValueTask QueueAsync(
        EventRoute route,
        EventWrapper wrapper,
        ShardJournal shard,
        in DispatchFrame frame,
        in EventOrigin origin,
        CancellationToken cancellationToken)
    {
        var guildId = RoutingIds.GuildId(frame.Data.Span);
        var order = guildId ?? RoutingIds.ChannelId(frame.Data.Span);
        var context = wrapper.Wrap(frame, origin, guildId, guilds);
        context.Open(shard.SegmentOf(frame.Sequence), route.Subscriptions.Length);
        var queueing = dispatcher.EnqueueAsync(context, route, order?.Value ?? (ulong)frame.ShardId, cancellationToken);
        if (!queueing.IsCompletedSuccessfully)
            return ApplyAsync(queueing, shard, frame.Sequence);
        shard.Apply(frame.Sequence);
        return ValueTask.CompletedTask;
    }

    // One that is not queued because the shard stops is not applied, and comes again after the start.
    private static async ValueTask ApplyAsync(ValueTask queueing, ShardJournal shard, long sequence)
    {
        await queueing;
        shard.Apply(sequence);
    }

    private async ValueTask ApplyAsync(
        EventRoute route,
        ShardJournal shard,
        EventVerdict verdict,
        DispatchFrame frame,
        EventOrigin origin,
        CancellationToken cancellationToken)
    {
        // The event is open until all that follows from it is queued: what is published before that is not yet done.
        var segment = shard.SegmentOf(frame.Sequence);
        segment.Open(frame.Sequence, 1);
        var change = await TryApplyAsync(route, shard, frame, origin);
        shard.Publish(frame.Sequence);
        if (change is { } applied && verdict == EventVerdict.Fresh)
            await QueueAllAsync(route, segment, applied, origin, cancellationToken);
        segment.Close(frame.Sequence);
    }

    private async ValueTask<StateChange?> TryApplyAsync(EventRoute route, ShardJournal shard, DispatchFrame frame, EventOrigin origin)
    {
        try
        {
            if (route.Descriptor!.Decode(frame.Data.Span) is { } gatewayEvent)
            {
                if (gatewayEvent is ReadyEvent ready)
                    shard.ResumeAt(ready.ResumeGatewayUrl);
                return await updates.ApplyAsync(gatewayEvent, origin);
            }

            route.Skipped.Add();
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

    private async ValueTask QueueAllAsync(
        EventRoute route, HandledSegment segment, StateChange change, EventOrigin origin, CancellationToken cancellationToken)
    {
        await QueueAsync(route, segment, change, origin, cancellationToken);
        foreach (var raised in change.Raised ?? [])
        {
            if (routes.Find(raised.Event.GetType()) is { } raisedRoute)
                await QueueAsync(raisedRoute, segment, raised, origin, cancellationToken);
        }
    }

    private ValueTask QueueAsync(
        EventRoute route, HandledSegment segment, in StateChange change, in EventOrigin origin, CancellationToken cancellationToken)
    {
        if (route.Wrapper is null || dispatcher.Sheds(route))
            return ValueTask.CompletedTask;
        var context = route.Wrapper.Wrap(change, origin);
        context.Open(segment, route.Subscriptions.Length);
        return dispatcher.EnqueueAsync(context, route, change.GuildId?.Value ?? (ulong)origin.ShardId, cancellationToken);
    }
}
