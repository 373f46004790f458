namespace Vexera.Host.Control.Status;

/// <summary>How the bot is at one moment: what <c>vexera status --json</c> writes.</summary>
internal sealed record StatusReport
{
    /// <summary>The program's version, such as 1.2.3.</summary>
    public required string Version { get; init; }

    /// <summary>When the process started, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>For how long it has run, in seconds.</summary>
    public required long UptimeSeconds { get; init; }

    /// <summary>The connections to Discord.</summary>
    public required ShardsReport Shards { get; init; }

    /// <summary>What comes in.</summary>
    public required EventsReport Events { get; init; }

    /// <summary>The database.</summary>
    public required StorageReport Storage { get; init; }

    /// <summary>What fires now, the worst first; empty when all is well.</summary>
    public required IReadOnlyList<AlertReport> Alerts { get; init; }
}

/// <summary>The connections to Discord.</summary>
/// <param name="Here">How many shards this process runs; 0 before that is known.</param>
/// <param name="Total">How many the bot has over all processes; 0 before that is known.</param>
/// <param name="States">How many of this process's are in which state, such as <c>Ready</c>; states without a shard are left out.</param>
/// <param name="IdentifiesLeft">How many IDENTIFYs Discord allows today before shards must wait; null before that is known.</param>
/// <param name="IdentifiesRenewAt">When shards that wait for that go on, in UTC; null while none waits.</param>
internal sealed record ShardsReport(
    int Here, int Total, IReadOnlyDictionary<string, int> States, int? IdentifiesLeft, DateTimeOffset? IdentifiesRenewAt);

/// <summary>What comes in, and what waits for handlers.</summary>
/// <param name="PerSecond">Events a second over the last minute.</param>
/// <param name="PerSecond5">The same over 5 minutes.</param>
/// <param name="PerSecond30">The same over 30 minutes.</param>
/// <param name="Queued">How many events wait for handlers or are with them; one with several handlers counts for each.</param>
internal sealed record EventsReport(double PerSecond, double PerSecond5, double PerSecond30, long Queued);

/// <summary>The database.</summary>
/// <param name="TroubleSince">Since when it takes nothing, in UTC; null when all is well.</param>
/// <param name="Trouble">Why, one line for the operator; null when all is well.</param>
/// <param name="GuildsWaiting">How many guilds have changes that are not written yet.</param>
/// <param name="WritesHeld">How many settings and records are held in memory until it takes them.</param>
internal sealed record StorageReport(DateTimeOffset? TroubleSince, string? Trouble, int GuildsWaiting, int WritesHeld);

/// <summary>An alert that fires.</summary>
/// <param name="Rule">The rule's name in <c>Alerts:Rules</c>.</param>
/// <param name="Severity">Notice, Warning or Critical.</param>
/// <param name="Since">Since when, in UTC.</param>
/// <param name="Value">The rule's figure, in its unit.</param>
/// <param name="Threshold">What it is held against.</param>
/// <param name="Text">The same in a sentence.</param>
internal sealed record AlertReport(string Rule, string Severity, DateTimeOffset Since, double Value, double Threshold, string Text);
