using CsCheck;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Session;

namespace Vexera.Tests.Gateway.Fleet;

public sealed class ShardPlanTests
{
    [Theory]
    [InlineData(0, null, 5, "5: 0-4")]
    [InlineData(0, null, 0, "1: 0-0")]
    [InlineData(8, null, 5, "8: 0-7")]
    [InlineData(288, "0-35", 5, "288: 0-35")]
    [InlineData(288, "252-287", 5, "288: 252-287")]
    [InlineData(288, "7", 5, "288: 7-7")]
    public void Create_ValidSettings_SaysWhichShardsRunHere(int count, string? shards, int recommended, string plan)
    {
        var made = ShardPlan.Create(new GatewayOptions { ShardCount = count, Shards = shards }, recommended, []);

        $"{made.Count}: {made.First}-{made.Last}".ShouldBe(plan);
        made.Here.ShouldBe(made.Last - made.First + 1);
    }

    // Sessions: how many there are of which count.
    [Theory]
    [InlineData(0, 3, "2 of 2", 2)]
    [InlineData(0, 4, "2 of 2", 2)]
    [InlineData(0, 5, "2 of 2", 5)]
    [InlineData(0, 1, "4 of 4", 4)]
    [InlineData(0, 4, "1 of 3", 4)]
    [InlineData(0, 4, "3 of 3; 4 of 6", 3)]
    [InlineData(0, 4, "6 of 6; 3 of 3", 6)]
    [InlineData(0, 160, "288 of 288", 160)]
    [InlineData(0, 144, "288 of 288", 288)]
    [InlineData(0, 160, "320 of 320", 320)]
    [InlineData(6, 4, "4 of 4", 6)]
    public void Create_SessionsOfBefore_KeepsTheirCountWhileDiscordTakesIt(int fixedCount, int recommended, string saved, int count)
    {
        var sessions = saved.Split("; ").Select(one => one.Split(" of ").Select(int.Parse).ToArray())
            .SelectMany(one => Enumerable.Range(0, one[0]).Select(id => new StoredSession(id, one[1], new SessionTicket("s", null, 1))))
            .ToArray();

        ShardPlan.Create(new GatewayOptions { ShardCount = fixedCount }, recommended, sessions).Count.ShouldBe(count);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Gen.String.Sample(text => ShardPlan.TryParse(text, out _) || true);
}
