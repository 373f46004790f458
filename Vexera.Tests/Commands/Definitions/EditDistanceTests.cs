using CsCheck;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Tests.Commands.Definitions;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("ping", "ping", 0)]
    [InlineData("PING", "ping", 0)]
    [InlineData("pign", "ping", 1)]
    [InlineData("pin", "ping", 1)]
    [InlineData("pping", "ping", 1)]
    [InlineData("pong", "ping", 1)]
    [InlineData("", "ping", 4)]
    [InlineData("helth", "health", 1)]
    public void Between_Words_CountsSlips(string left, string right, int expected) =>
        EditDistance.Between(left, right).ShouldBe(expected);

    [Fact]
    public void Between_AnyWords_IsTheSameBothWaysAndZeroOnlyForEqualOnes() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 8], Gen.String[Gen.Char['a', 'd'], 0, 8]).Sample((left, right) =>
        {
            var distance = EditDistance.Between(left, right);
            distance.ShouldBe(EditDistance.Between(right, left));
            distance.ShouldBeInRange(Math.Abs(left.Length - right.Length), Math.Max(left.Length, right.Length));
            (distance == 0).ShouldBe(left == right);
        });
}
