namespace Vexera.Host.Drills.Scenarios;

/// <summary>All scenarios, in the order in which they are listed.</summary>
internal static class ScenarioCatalog
{
    /// <summary>One of each.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        ColdBoot.Build(),
        WarmRestart.Build(),
        KillNine.Build(),
        ResumeStorm.Build(),
        DiscordOutage.Build(),
        RateLimitStorm.Build(),
        SlowHandler.Build(),
        PoisonEvents.Build(),
        TokenRevoked.Build(),
        Raid.Build(),
        DatabaseLocked.Build(),
        Incident20191012.Build(),
    ];
}
