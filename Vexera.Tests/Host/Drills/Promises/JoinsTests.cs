using System.Text.Json;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class JoinsTests
{
    private static readonly DrillPromise Promise = Joins.AllWithin(SeenDrill.Seconds(30));

    private static readonly DrillRecord Raided = SeenDrill.Kept with
    {
        Joins = [new JoinWave(SeenDrill.Seconds(20), 1_000, SeenDrill.Seconds(25))],
        Before = Told(5),
        After = Told(1_005),
    };

    [Fact]
    public void AllWithin_WhenAllCameInTime_IsKept() => Raided.ShouldKeep(Promise).Seen.ShouldBe("1,000, in 25 s");

    [Fact]
    public void AllWithin_WhenTheBotWasToldOfFewer_IsBroken() => (Raided with { After = Told(1_004) }).ShouldBreak(Promise, first: 50);

    [Fact]
    public void AllWithin_WhenTheyTookTooLong_IsBrokenWhenTheTimeWasOver() =>
        (Raided with { Joins = [new JoinWave(SeenDrill.Seconds(20), 1_000, SeenDrill.Seconds(31))] }).ShouldBreak(Promise, first: 50);

    [Fact]
    public void AllWithin_WhenNobodyJoined_IsNotMeasured() => (Raided with { Joins = [] }).ShouldNotBeMeasured(Promise);

    private static SandboxStats Told(int joins) => new(JsonSerializer.SerializeToElement(new
    {
        events = new Dictionary<string, int> { ["GUILD_MEMBER_ADD"] = joins },
        dns = new { questions = Array.Empty<int>() },
    }));
}
