using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.State;

namespace Vexera.Core.Dispatch;

/// <summary>An event on its way to handlers.</summary>
/// <typeparam name="TEvent">A typed event of <c>Vexera.Core.Events</c>.</typeparam>
internal sealed class EventContext<TEvent>
    where TEvent : class
{
    private readonly Lazy<TEvent> _event;

    /// <param name="decode">Gives the event; called at most once, on first use.</param>
    /// <param name="origin">Where the event comes from.</param>
    /// <param name="guildId">The guild it belongs to, or null.</param>
    /// <param name="before">The guild's state before the event, where it is known.</param>
    /// <param name="after">The guild's state after the event, where it is known.</param>
    public EventContext(
        Func<TEvent> decode, EventOrigin origin, Snowflake? guildId = null, GuildState? before = null, GuildState? after = null)
    {
        _event = new Lazy<TEvent>(decode);
        Origin = origin;
        GuildId = guildId;
        Before = before;
        After = after;
    }

    /// <summary>The event, decoded on first use.</summary>
    public TEvent Event => _event.Value;

    /// <summary>Where the event comes from.</summary>
    public EventOrigin Origin { get; }

    /// <summary>The guild it belongs to, or null for direct messages and the like.</summary>
    public Snowflake? GuildId { get; }

    /// <summary>The guild's state before the event; null when unknown or not in a guild.</summary>
    public GuildState? Before { get; }

    /// <summary>The guild's state after the event; the same object as <see cref="Before"/> when nothing changed.</summary>
    public GuildState? After { get; }
}
