namespace Vexera.Core.Dispatch;

/// <summary>An event with a handler.</summary>
/// <param name="Lane">Where the event waited.</param>
/// <param name="Context">The event.</param>
/// <param name="StartedAt">Since when: a timestamp of the clock.</param>
/// <param name="IsMeasured">Whether its times are recorded; with many calls it is a sample of them, and all that wait.</param>
internal readonly record struct HandlerCall(Lane Lane, EventContext Context, long StartedAt, bool IsMeasured = false);
