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
        SlowDisk.Build(),
        DiskFull.Build(),
        ClockJump.Build(),
        Soak.Build(TimeSpan.FromHours(Soak.Hours), seed: 0),
        Incident20191012.Build(),
    ];
}
