using System.Threading.Channels;
using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.State;
using Vexera.Core.State.Sessions;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>
/// One stream of two fleets' streams. Until the takeover the old fleet's events are handed on and the new fleet's are only counted
/// against them; from the takeover on the new fleet's are, less those that the old one brought. Events of one guild take turns, so
/// the takeover falls between two of them. What tells of a session (READY, RESUMED, a guild sent whole because READY lists it) is
/// taken from the side that leads.
/// </summary>
internal sealed class MergingSink : IFleetMerge
{
    // Events from before the new session are forgotten within two; a third is for an old side that is behind.
    private const int HorizonsToSettle = 3;
    private readonly IDispatchSink _next;
    private readonly Func<ReadOnlyMemory<byte>, bool> _matters;
    private readonly IGuildStates _guilds;
    private readonly ReshardTiming _timing;
    private readonly MergeLanes _lanes;
    private readonly FreshSessions _sessions;
    private readonly Lock _sync = new();
    private readonly HashSet<int> _begunSince = [];
    private readonly Channel<bool> _oldMoved =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile TaskCompletionSource? _hold;
    private volatile bool _newLeads;
    private long _beganAt;
    private long? _heldAt;
    private int _awaited;

    /// <param name="next">Where events go.</param>
    /// <param name="matters">Whether somebody wants events of this name (in UTF-8); others are not compared.</param>
    /// <param name="guilds">Tells which guilds are in an outage.</param>
    /// <param name="journal">Learns of the new sessions at the takeover.</param>
    /// <param name="timing">The waits and the clock.</param>
    public MergingSink(
        IDispatchSink next, Func<ReadOnlyMemory<byte>, bool> matters, IGuildStates guilds, StateJournal journal, ReshardTiming timing)
    {
        (_next, _matters, _guilds, _timing) = (next, matters, guilds, timing);
        _lanes = new MergeLanes(timing);
        _sessions = new FreshSessions(journal);
        _beganAt = timing.Time.GetTimestamp();
        Old = new Entrance(this, FleetSide.Old);
        New = new Entrance(this, FleetSide.New);
    }

    /// <inheritdoc/>
    public IDispatchSink Old { get; }

    /// <inheritdoc/>
    public IDispatchSink New { get; }

    /// <inheritdoc/>
    public int Awaited => Volatile.Read(ref _awaited);

    /// <inheritdoc/>
    public TimeSpan SettlesIn
    {
        get
        {
            lock (_sync)
                return (_timing.Horizon * HorizonsToSettle) - _timing.Time.GetElapsedTime(_beganAt);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryTakeOverAsync(Func<bool> isReady, CancellationToken cancellationToken)
    {
        if (SettlesIn > TimeSpan.Zero || IsTooSoonAgain || await MissesGuildAsync(cancellationToken))
            return false;
        using var patience = new CancellationTokenSource(_timing.HoldFor, _timing.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var hold = _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            bool? done;
            while ((done = await SwitchAsync(isReady, either.Token)) is null)
                await _oldMoved.Reader.ReadAsync(either.Token);
            return done.Value;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _heldAt = _timing.Time.GetTimestamp();
            return false;
        }
        finally
        {
            _hold = null;
            hold.SetResult();
        }
    }

    // Null when the old side is behind and may yet come.
    private async Task<bool?> SwitchAsync(Func<bool> isReady, CancellationToken cancellationToken)
    {
        await _lanes.EnterAllAsync(cancellationToken);
        try
        {
            if (_lanes.NewAhead > 0)
                return null;
            lock (_sync)
            {
                if (SettlesIn > TimeSpan.Zero || !isReady())
                    return false;
                _sessions.TakeOver();
                return _newLeads = true;
            }
        }
        finally
        {
            _lanes.LeaveAll();
        }
    }

    private ValueTask TakeAsync(FleetSide side, in DispatchFrame frame, CancellationToken cancellationToken)
    {
        var begins = frame.Name.Span.SequenceEqual("READY"u8);
        if (begins)
            return BeginAsync(side, frame, cancellationToken);
        if (frame.Name.Span.SequenceEqual("RESUMED"u8) || !_matters(frame.Name) || HasBegunSince(side, frame.ShardId))
            return Leads(side) ? _next.OnDispatchAsync(frame, cancellationToken) : ValueTask.CompletedTask;
        return CompareAsync(side, frame, cancellationToken);
    }

    private async ValueTask BeginAsync(FleetSide side, DispatchFrame frame, CancellationToken cancellationToken)
    {
        var at = _timing.Time.GetTimestamp();
        bool leads;
        lock (_sync)
        {
            leads = Leads(side);
            if (!_newLeads)
                _beganAt = at;
            else if (leads)
                _begunSince.Add(frame.ShardId);
        }

        if (leads)
            await _next.OnDispatchAsync(frame, cancellationToken);
        else if (side == FleetSide.New)
        {
            _sessions.Begin(frame);
            Interlocked.Add(ref _awaited, await _lanes.ListAsync(frame.Data, at, cancellationToken));
        }
    }

    private async ValueTask CompareAsync(FleetSide side, DispatchFrame frame, CancellationToken cancellationToken)
    {
        if (side == FleetSide.New && _hold is { } hold)
            await hold.Task.WaitAsync(cancellationToken);
        var guild = GuildOf(frame);
        var group = guild ?? RoutingIds.ChannelId(frame.Data.Span) ?? default;
        var lane = _lanes.Of(group);
        await lane.Turn.WaitAsync(cancellationToken);
        try
        {
            if (!_newLeads)
                await (side == FleetSide.Old ? HandOnAsync(lane, group, frame, cancellationToken) : CountAsync(lane, group, frame));
            else if (side == FleetSide.New && !lane.TryPair(side, group, KeyOf(frame)))
                await _next.OnDispatchAsync(frame, cancellationToken);
            else if (side == FleetSide.New)
                _sessions.Drop(frame);
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    private async ValueTask HandOnAsync(MergeLane lane, Snowflake group, DispatchFrame frame, CancellationToken cancellationToken)
    {
        var key = KeyOf(frame);
        await _next.OnDispatchAsync(frame, cancellationToken);
        if (lane.TryPair(FleetSide.Old, group, key) && _hold is not null)
            _oldMoved.Writer.TryWrite(true);
    }

    private ValueTask CountAsync(MergeLane lane, Snowflake group, in DispatchFrame frame)
    {
        var key = KeyOf(frame);
        if (!IsPicture(lane, group, frame))
            lane.TryPair(FleetSide.New, group, key);
        _sessions.Advance(frame);
        return ValueTask.CompletedTask;
    }

    // What comes long after READY is no part of the session's beginning any more: an outage has ended, and the old side brings it too.
    private bool IsPicture(MergeLane lane, Snowflake guild, in DispatchFrame frame)
    {
        var isWhole = IsSentWhole(frame);
        if (!(isWhole || IsDeleted(frame)) || !lane.Listed.Remove(guild, out var listedAt))
            return false;
        Interlocked.Decrement(ref _awaited);
        return isWhole && _timing.Time.GetElapsedTime(listedAt) < _timing.Horizon;
    }

    // So that holding does not itself make the new side late.
    private bool IsTooSoonAgain => _heldAt is { } at && _timing.Time.GetElapsedTime(at) < _timing.Horizon;

    private async Task<bool> MissesGuildAsync(CancellationToken cancellationToken)
    {
        if (Awaited == 0)
            return false;
        try
        {
            foreach (var guild in await _lanes.ListedAsync(cancellationToken))
            {
                if (await _guilds.FindAsync(guild, cancellationToken) is { Available: true })
                    return true;
            }

            return false;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody can tell: then it is awaited.
            return true;
        }
    }

    private bool Leads(FleetSide side) => side == FleetSide.New == _newLeads;

    // Such a session began after all that the old side brought.
    private bool HasBegunSince(FleetSide side, int shardId)
    {
        if (side == FleetSide.Old || !_newLeads)
            return false;
        lock (_sync)
            return _begunSince.Contains(shardId);
    }

    private static EventKey KeyOf(in DispatchFrame frame) => EventKey.Of(frame.Name.Span, frame.Data.Span);

    // These alone name their guild by id.
    private static Snowflake? GuildOf(in DispatchFrame frame) =>
        IsSentWhole(frame) || IsDeleted(frame) || frame.Name.Span.SequenceEqual("GUILD_UPDATE"u8)
            ? RoutingIds.Id(frame.Data.Span)
            : RoutingIds.GuildId(frame.Data.Span);

    private static bool IsSentWhole(in DispatchFrame frame) => frame.Name.Span.SequenceEqual("GUILD_CREATE"u8);

    private static bool IsDeleted(in DispatchFrame frame) => frame.Name.Span.SequenceEqual("GUILD_DELETE"u8);

    private sealed class Entrance(MergingSink sink, FleetSide side) : IDispatchSink
    {
        public ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken) => sink.TakeAsync(side, frame, cancellationToken);

        public void LendThread() => sink._next.LendThread();
    }
}
