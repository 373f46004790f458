namespace Vexera.Core.Scheduling;

/// <summary>What came of an attempt.</summary>
internal sealed record DueOutcome
{
    private DueOutcome(DueDecision decision, TimeSpan? after = null, string? reason = null) =>
        (Decision, After, Reason) = (decision, after, reason);

    /// <summary>It is done, or there is nothing to do any more.</summary>
    public static DueOutcome Done { get; } = new(DueDecision.Done);

    /// <summary>What is to happen with the work.</summary>
    public DueDecision Decision { get; }

    /// <summary>For a later attempt: how long to wait; null for a wait that grows with each attempt.</summary>
    public TimeSpan? After { get; }

    /// <summary>For what is given up: why, for the log.</summary>
    public string? Reason { get; }

    /// <summary>It did not work, and shall be tried again.</summary>
    /// <param name="after">How long to wait, 1 second to 1 year; null for a wait that grows with each attempt up to <c>Scheduling:RetryMax</c>.</param>
    public static DueOutcome RetryLater(TimeSpan? after = null) => new(DueDecision.Retry, after);

    /// <summary>It cannot be done, now or ever; the log says so.</summary>
    /// <param name="reason">Why, for the operator.</param>
    public static DueOutcome GiveUp(string reason) => new(DueDecision.GiveUp, reason: reason);
}

/// <summary>What is to happen with work after an attempt.</summary>
internal enum DueDecision
{
    /// <summary>It is over.</summary>
    Done,

    /// <summary>It is tried again.</summary>
    Retry,

    /// <summary>It is over without having been done.</summary>
    GiveUp,
}
