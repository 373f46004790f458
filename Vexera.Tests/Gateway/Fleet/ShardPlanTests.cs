using CsCheck;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;

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
        var made = ShardPlan.Create(new GatewayOptions { ShardCount = count, Shards = shards }, recommended);

        $"{made.Count}: {made.First}-{made.Last}".ShouldBe(plan);
        made.Here.ShouldBe(made.Last - made.First + 1);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Gen.String.Sample(text => ShardPlan.TryParse(text, out _) || true);
}
