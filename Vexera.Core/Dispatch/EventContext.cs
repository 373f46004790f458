using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.State;
using Vexera.Core.State.Sessions;

namespace Vexera.Core.Dispatch;

/// <summary>An event on its way to handlers, whatever its type.</summary>
internal abstract class EventContext
{
    // The context itself, its place in a queue, and a decoded event of common size.
    private const int Overhead = 512;

    private readonly ulong _guildId;
    private readonly GuildState? _before;
    private readonly FrameBuffer? _buffer;
    private GuildState? _after;
    private IGuildStates? _guilds;
    private HandledSegment? _segment;
    private int _handlers;

    /// <summary>An event that State has read.</summary>
    private protected EventContext(in EventOrigin origin, Snowflake? guildId, GuildState? before, GuildState? after)
    {
        Origin = origin;
        _guildId = guildId.GetValueOrDefault().Value;
        _before = before;
        _after = after;
        Bytes = Overhead;
    }

    /// <summary>An event that is read when a handler asks, and so is the guild's state.</summary>
    private protected EventContext(in EventOrigin origin, Snowflake? guildId, IGuildStates guilds, FrameBuffer buffer)
    {
        Origin = origin;
        _guildId = guildId.GetValueOrDefault().Value;
        _guilds = guildId is null ? null : guilds;
        _buffer = buffer;
        Bytes = Overhead + buffer.Bytes.Length;
    }

    /// <summary>Where the event comes from.</summary>
    public EventOrigin Origin { get; }

    /// <summary>The guild it belongs to, or null for direct messages and the like.</summary>
    public Snowflake? GuildId => _guildId == 0 ? null : new Snowflake(_guildId);

    /// <summary>The guild's state before the event; null when unknown or not in a guild.</summary>
    public GuildState? Before => _before ?? (_buffer is null ? null : After);

    /// <summary>
    /// The guild's state after the event; the same object as <see cref="Before"/> when nothing changed. Of an event that cannot
    /// change it, such as a message: the state that is known when a handler asks first.
    /// </summary>
    public GuildState? After
    {
        get
        {
            if (Volatile.Read(ref _guilds) is { } guilds)
            {
                _after = guilds.TryGet(new Snowflake(_guildId), out var known) ? known : null;
                Volatile.Write(ref _guilds, null);
            }

            return _after;
        }
    }

    /// <summary>What the event keeps in memory while it waits, in bytes, about.</summary>
    public int Bytes { get; }

    /// <summary>Counts as not handled until as many handlers have called <see cref="Close"/>.</summary>
    /// <param name="segment">Where the event is counted.</param>
    /// <param name="handlers">How many handlers it goes to.</param>
    public void Open(HandledSegment segment, int handlers)
    {
        _segment = segment;
        segment.Open(Origin.Sequence, handlers);
    }

    /// <summary>One handler has handled the event, or was given up. One that the stop kept from it does not call this.</summary>
    public void Close() => _segment?.Close(Origin.Sequence);

    /// <summary>For a handler that leaves work behind when it returns: the event counts as not handled until that is done too.</summary>
    public EventHold Hold()
    {
        _segment?.Open(Origin.Sequence, 1);
        return new EventHold(this);
    }

    /// <summary>Keeps the payload until as many handlers have called <see cref="Release"/>.</summary>
    public void Share(int handlers)
    {
        _handlers = handlers;
        _buffer?.Retain();
    }

    /// <summary>One handler is done.</summary>
    public void Release()
    {
        // The last one has nobody to race with.
        if (Volatile.Read(ref _handlers) > 1 && Interlocked.Decrement(ref _handlers) > 0)
            return;
        Forget();
        _buffer?.Release();
    }

    /// <summary>Lets go of the payload.</summary>
    private protected abstract void Forget();
}

/// <summary>An event on its way to handlers.</summary>
/// <typeparam name="TEvent">A typed event of <c>Vexera.Core.Events</c>.</typeparam>
internal sealed class EventContext<TEvent> : EventContext
    where TEvent : class
{
    private EventReader<TEvent>? _reader;
    private ReadOnlyMemory<byte> _data;
    private object? _read;

    /// <param name="gatewayEvent">The event.</param>
    /// <param name="origin">Where the event comes from.</param>
    /// <param name="guildId">The guild it belongs to, or null.</param>
    /// <param name="before">The guild's state before the event, where it is known.</param>
    /// <param name="after">The guild's state after the event, where it is known.</param>
    public EventContext(
        TEvent gatewayEvent, EventOrigin origin, Snowflake? guildId = null, GuildState? before = null, GuildState? after = null)
        : base(origin, guildId, before, after) =>
        _read = gatewayEvent;

    /// <param name="reader">Reads the event on first use.</param>
    /// <param name="frame">Holds the payload.</param>
    /// <param name="origin">Where the event comes from.</param>
    /// <param name="guildId">The guild it belongs to, or null.</param>
    /// <param name="guilds">Knows the guild's state; the event changes nothing in it.</param>
    public EventContext(EventReader<TEvent> reader, in DispatchFrame frame, in EventOrigin origin, Snowflake? guildId, IGuildStates guilds)
        : base(origin, guildId, guilds, frame.Buffer)
    {
        _reader = reader;
        _data = frame.Data;
    }

    /// <summary>The event, read on first use. Use it first while handling; what was read once stays.</summary>
    /// <exception cref="MalformedEventException">The payload cannot be read; let it pass.</exception>
    public TEvent Event => _read as TEvent ?? Read();

    /// <inheritdoc/>
    private protected override void Forget() => (_reader, _data) = (null, default);

    private TEvent Read()
    {
        lock (this)
        {
            if (_read is null && _reader is null)
                throw new InvalidOperationException("The event is read for the first time after its handlers are done.");
            _read ??= ReadOnce();
            return _read as TEvent ?? throw (MalformedEventException)_read;
        }
    }

    private object ReadOnce()
    {
        try
        {
            return _reader!.Read(_data.Span);
        }
        catch (MalformedEventException malformed)
        {
            return malformed;
        }
    }
}
