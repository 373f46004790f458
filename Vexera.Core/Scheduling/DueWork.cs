namespace Vexera.Core.Scheduling;

/// <summary>Something to do at an instant. Kind and key are its identity: scheduled again, it replaces what was scheduled before.</summary>
/// <param name="Kind">Which handler does it (<see cref="IDueWorkHandler.Kind"/>), in the form <c>module.what</c>.</param>
/// <param name="Key">What it is about, such as the ids of a guild and a user.</param>
/// <param name="DueAt">When, to the millisecond; years ahead is fine, and what is past is done at once.</param>
/// <param name="Payload">What the handler needs to know, in its own format; it must still read what older versions wrote.</param>
internal sealed record DueWork(string Kind, string Key, DateTimeOffset DueAt, string Payload)
{
    /// <summary>The identity.</summary>
    public WorkIdentity Identity => new(Kind, Key);
}

/// <summary>Which work it is.</summary>
/// <param name="Kind">The handler's kind.</param>
/// <param name="Key">What it is about.</param>
internal readonly record struct WorkIdentity(string Kind, string Key);
