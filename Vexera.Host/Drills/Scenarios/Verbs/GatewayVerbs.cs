namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What Discord's gateway does.</summary>
internal static class GatewayVerbs
{
    /// <summary>Every socket is dropped at once; it is waited until all shards are back, or the time is over.</summary>
    public static Moment Drop(this Moment moment, TimeSpan within) => moment.Do(
        DrillText.Drop, (drill, cancellationToken) => drill.Return.AfterAsync(
            drill.Shards, within, () => drill.Sandbox.FaultAsync(new { kind = "drop" }, cancellationToken), cancellationToken));

    /// <summary>Nothing more happens; what is under way goes on.</summary>
    public static Moment Calm(this Moment moment) => moment.Do(DrillText.Calm, static (_, _) => Task.CompletedTask);
}
