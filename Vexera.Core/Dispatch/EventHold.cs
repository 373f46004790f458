namespace Vexera.Core.Dispatch;

/// <summary>Work on an event that goes on after its handler has returned.</summary>
/// <param name="context">The event.</param>
internal readonly struct EventHold(EventContext context)
{
    /// <summary>The work is done. Left out when the stop kept it from being done: then the event is handled again after the start.</summary>
    public void Done() => context.Close();
}
