namespace Vexera.Core.Gateway.Fleet.Resharding;

/// <summary>The waits of resharding, and the clock they are measured on.</summary>
/// <param name="Time">The clock.</param>
internal sealed record ReshardTiming(TimeProvider Time)
{
    /// <summary>How much one fleet may be behind the other; what it brings later than that is not recognised.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the new fleet is held at the takeover until the old one has brought what the new one did.</summary>
    public TimeSpan HoldFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked how far a reshard is.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a reshard may take beside what the identifies take at least.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often Discord is asked for its recommendation, give or take a tenth.</summary>
    public TimeSpan AskEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long after a reshard was given up the next one may begin by itself.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromDays(1);
}
