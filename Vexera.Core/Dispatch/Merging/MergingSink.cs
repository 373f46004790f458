using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.Gateway;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>
/// Makes one stream of two fleets' streams, each event once and each guild in order: whoever brings an event first hands it on, and
/// its twin from the other side is dropped. As both bring a guild's events in the same order, the first arrivals are in that order
/// too. What only tells of a session (READY, RESUMED, a guild sent whole because READY lists it) is taken from the old fleet alone.
/// </summary>
internal sealed class MergingSink
{
    private const int LaneCount = 64;
    private const int LaneBound = 8192;
    private readonly IDispatchSink _next;
    private readonly Lane[] _lanes;

    /// <param name="next">Where events go.</param>
    /// <param name="horizon">How long a twin may be late; an equal event after twice that is another one.</param>
    /// <param name="time">The clock.</param>
    public MergingSink(IDispatchSink next, TimeSpan horizon, TimeProvider time)
    {
        _next = next;
        _lanes = [.. Enumerable.Range(0, LaneCount).Select(_ => new Lane(new TwinLedger(horizon, LaneBound, time)))];
        Old = new Entrance(this, FleetSide.Old);
        New = new Entrance(this, FleetSide.New);
    }

    /// <summary>Takes what the old fleet receives.</summary>
    public IDispatchSink Old { get; }

    /// <summary>Takes what the new fleet receives.</summary>
    public IDispatchSink New { get; }

    private async ValueTask TakeAsync(FleetSide side, DispatchFrame frame, CancellationToken cancellationToken)
    {
        var begins = frame.Name.Span.SequenceEqual("READY"u8);
        if (begins && side == FleetSide.New)
            await ListAsync(frame.Data, cancellationToken);
        if (begins || frame.Name.Span.SequenceEqual("RESUMED"u8))
        {
            if (side == FleetSide.Old)
                await _next.OnDispatchAsync(frame, cancellationToken);
            return;
        }

        var guild = GuildOf(frame);
        var lane = LaneOf(guild ?? RoutingIds.ChannelId(frame.Data.Span));
        await lane.Turn.WaitAsync(cancellationToken);
        try
        {
            if (side == FleetSide.New && guild is { } id && IsSentWhole(frame) && lane.Listed.Remove(id))
                return;
            await HandOnAsync(lane.Twins, side, frame, cancellationToken);
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    private async ValueTask HandOnAsync(TwinLedger twins, FleetSide side, DispatchFrame frame, CancellationToken cancellationToken)
    {
        var key = EventKey.Of(frame.Name.Span, frame.Data.Span);
        if (twins.TryPair(side, key))
            return;
        try
        {
            await _next.OnDispatchAsync(frame, cancellationToken);
        }
        catch
        {
            // Not taken: then the twin is the event.
            twins.Forget(side, key);
            throw;
        }
    }

    private async ValueTask ListAsync(ReadOnlyMemory<byte> ready, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(ready);
        if (!json.RootElement.TryGetProperty("guilds"u8, out var guilds))
            return;
        foreach (var guild in guilds.EnumerateArray())
        {
            if (!guild.TryGetProperty("id"u8, out var id) || !ulong.TryParse(id.GetString(), out var value))
                continue;
            var lane = LaneOf(new Snowflake(value));
            await lane.Turn.WaitAsync(cancellationToken);
            lane.Listed.Add(new Snowflake(value));
            lane.Turn.Release();
        }
    }

    private Lane LaneOf(Snowflake? id) => _lanes[((id?.Value ?? 0) >> 22) % LaneCount];

    // These alone name their guild by id.
    private static Snowflake? GuildOf(in DispatchFrame frame) =>
        IsSentWhole(frame) || frame.Name.Span.SequenceEqual("GUILD_UPDATE"u8) || frame.Name.Span.SequenceEqual("GUILD_DELETE"u8)
            ? RoutingIds.Id(frame.Data.Span)
            : RoutingIds.GuildId(frame.Data.Span);

    private static bool IsSentWhole(in DispatchFrame frame) => frame.Name.Span.SequenceEqual("GUILD_CREATE"u8);

    // Guilds with their events and nothing shared with other lanes; one event at a time.
    private sealed class Lane(TwinLedger twins)
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public TwinLedger Twins { get; } = twins;

        public HashSet<Snowflake> Listed { get; } = [];
    }

    private sealed class Entrance(MergingSink sink, FleetSide side) : IDispatchSink
    {
        public ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken) => sink.TakeAsync(side, frame, cancellationToken);

        public void LendThread() => sink._next.LendThread();
    }
}
