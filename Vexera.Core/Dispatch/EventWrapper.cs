using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.State;

namespace Vexera.Core.Dispatch;

/// <summary>Makes contexts for one kind of event.</summary>
internal abstract class EventWrapper
{
    /// <summary>For an event that is read when a handler asks.</summary>
    public abstract EventContext Wrap(in DispatchFrame frame, in EventOrigin origin, Snowflake? guildId, IGuildStates guilds);

    /// <summary>For an event that State has read.</summary>
    public abstract EventContext Wrap(in StateChange change, in EventOrigin origin);
}

/// <inheritdoc/>
/// <typeparam name="TEvent">The kind of event.</typeparam>
internal sealed class EventWrapper<TEvent> : EventWrapper
    where TEvent : class
{
    private readonly EventReader<TEvent>? _reader;

    /// <param name="descriptor">The event on the wire; null for one that State raises.</param>
    /// <param name="malformed">Where to report what cannot be read.</param>
    public EventWrapper(EventDescriptor<TEvent>? descriptor, MalformedEvents malformed) =>
        _reader = descriptor is null ? null : new EventReader<TEvent>(descriptor, malformed);

    /// <inheritdoc/>
    public override EventContext Wrap(in DispatchFrame frame, in EventOrigin origin, Snowflake? guildId, IGuildStates guilds) =>
        new EventContext<TEvent>(_reader!, frame, origin, guildId, guilds);

    /// <inheritdoc/>
    public override EventContext Wrap(in StateChange change, in EventOrigin origin) =>
        new EventContext<TEvent>((TEvent)change.Event, origin, change.GuildId, change.Before, change.After);
}
