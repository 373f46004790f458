namespace Vexera.Core.Dispatch;

/// <summary>
/// Handles one kind of event. Called in order within a guild and in parallel across guilds; a call that throws or runs past
/// its deadline is counted and harms nobody else.
/// </summary>
/// <typeparam name="TEvent">A typed event of <c>Vexera.Core.Events</c>.</typeparam>
internal interface IEventHandler<TEvent>
    where TEvent : class
{
    /// <summary>Handles one event.</summary>
    /// <param name="context">The event, where it came from, and the guild's state around it.</param>
    /// <param name="cancellationToken">Signalled at the handler's deadline and when the host stops.</param>
    ValueTask HandleAsync(EventContext<TEvent> context, CancellationToken cancellationToken);
}
