namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What happens to the resolver.</summary>
internal static class ResolverVerbs
{
    /// <summary>It takes its time, and then answers.</summary>
    public static Moment Resolver(this Moment moment, TimeSpan delay) => moment.Do(
        DrillText.ResolverSlow.With(delay.TotalSeconds),
        async (drill, cancellationToken) =>
        {
            await drill.Sandbox.HealNamesAsync(cancellationToken);
            await drill.Sandbox.FaultAsync(new { kind = "dns", delayMs = (int)delay.TotalMilliseconds }, cancellationToken);
        });

    /// <summary>It refuses every question.</summary>
    public static Moment ResolverRefuses(this Moment moment) => moment.Do(
        DrillText.ResolverRefuses,
        async (drill, cancellationToken) =>
        {
            await drill.Sandbox.HealNamesAsync(cancellationToken);
            await drill.Sandbox.FaultAsync(new { kind = "dns", answer = "refused" }, cancellationToken);
        });

    /// <summary>It gives no answer at all.</summary>
    public static Moment ResolverSilent(this Moment moment) => moment.Do(
        DrillText.ResolverSilent,
        async (drill, cancellationToken) =>
        {
            await drill.Sandbox.HealNamesAsync(cancellationToken);
            await drill.Sandbox.FaultAsync(new { kind = "dns", answer = "silent" }, cancellationToken);
        });

    /// <summary>It is well again.</summary>
    public static Moment ResolverRecovers(this Moment moment) =>
        moment.Do(DrillText.ResolverRecovers, async (drill, cancellationToken) =>
        {
            await drill.Sandbox.HealNamesAsync(cancellationToken);
            drill.Recovered();
        });
}
