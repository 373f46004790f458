using System.ComponentModel.DataAnnotations;
using Vexera.Core.Gateway;

namespace Vexera.Tests.Gateway;

public sealed class GatewayOptionsRulesTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(8, null)]
    [InlineData(8, "0-7")]
    [InlineData(8, "7")]
    public void Validate_Sound_Succeeds(int count, string? shards) => Validate(count, shards).ShouldBeNull();

    [Theory]
    [InlineData(0, "0-3", "Gateway:ShardCount is 0")]
    [InlineData(8, "0-8", "must lie within 0-7")]
    [InlineData(8, "5-2", "lower number first")]
    [InlineData(8, "9", "must lie within 0-7")]
    public void Validate_RangeAndCountDisagree_NamesBoth(int count, string shards, string complaint)
    {
        var failure = Validate(count, shards).ShouldNotBeNull();

        failure.ShouldContain(complaint);
        failure.ShouldContain($"Gateway:Shards is {shards}");
    }

    [Theory]
    [InlineData(0, GatewayReshard.Automatic, true)]
    [InlineData(8, GatewayReshard.Off, true)]
    [InlineData(8, GatewayReshard.Automatic, false)]
    public void Validate_AutomaticReshardOfAFixedCount_NamesBoth(int count, GatewayReshard reshard, bool isSound)
    {
        var failure = new GatewayOptionsRules().Validate(null, new GatewayOptions { ShardCount = count, Reshard = reshard }).FailureMessage;

        (failure is null).ShouldBe(isSound);
        failure?.ShouldContain("Gateway:Reshard is Automatic, but Gateway:ShardCount is 8");
    }

    [Fact]
    public void Validate_BackoffTheWrongWayRound_NamesBoth() =>
        new GatewayOptionsRules().Validate(null, new GatewayOptions { BackoffFirst = TimeSpan.FromSeconds(30), BackoffMax = TimeSpan.FromSeconds(2) })
            .FailureMessage!.ShouldContain("Gateway:BackoffMax");

    [Theory]
    [InlineData("0-35", true)]
    [InlineData("7", true)]
    [InlineData(null, true)]
    [InlineData("-3", false)]
    [InlineData("a-b", false)]
    [InlineData("1-2-3", false)]
    [InlineData("1 - 2", false)]
    public void Shards_AnyText_IsARangeOrRefused(string? shards, bool valid)
    {
        var options = new GatewayOptions { ShardCount = 100, Shards = shards };

        Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true).ShouldBe(valid);
    }

    [Fact]
    public void Defaults_Always_AreValid()
    {
        var options = new GatewayOptions();

        Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true).ShouldBeTrue();
        new GatewayOptionsRules().Validate(null, options).Succeeded.ShouldBeTrue();
    }

    private static string? Validate(int count, string? shards) =>
        new GatewayOptionsRules().Validate(null, new GatewayOptions { ShardCount = count, Shards = shards }).FailureMessage;
}
