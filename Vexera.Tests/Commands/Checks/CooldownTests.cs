using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Discord;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Checks;

public sealed class CooldownTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Prefix_TooEarly_IsToldOnceAndThenQuiet()
    {
        await using var rig = Rig();
        await rig.WriteAsync("+slow");

        (await rig.WriteAsync("+slow")).ShouldHaveSingleItem().Message!.Content.ShouldBe("`+slow` is ready for you again in 10 s.");
        (await rig.WriteAsync("+slow")).ShouldBeEmpty();
        rig.Time.Advance(Ten);
        (await rig.WriteAsync("+slow")).ShouldHaveSingleItem().Message!.Content.ShouldBe("done");
        (await rig.WriteAsync("+slow")).ShouldHaveSingleItem("told anew");
    }

    [Fact]
    public async Task Slash_TooEarly_IsAlwaysAnsweredToTheCallerOnly()
    {
        await using var rig = Rig();
        await rig.SlashAsync("slow");
        await rig.SlashAsync("slow");

        (await rig.SlashAsync("slow")).ShouldHaveSingleItem().Ephemeral.ShouldBeTrue();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void Use_ClockIsSet_WaitsAsLongAsBefore(double hours)
    {
        var time = new FakeTimeProvider();
        var clock = new JumpingClock(time);
        var cooldowns = new Cooldowns(clock);
        cooldowns.Use(new Snowflake(1), "slow", Ten);

        clock.Offset = TimeSpan.FromHours(hours);
        cooldowns.Use(new Snowflake(1), "slow", Ten).Left.ShouldBe(Ten);
        time.Advance(Ten);

        cooldowns.Use(new Snowflake(1), "slow", Ten).Left.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task OtherPeopleAndCommands_AreNotHeldUp()
    {
        await using var rig = Rig();
        await rig.WriteAsync("+slow");

        (await rig.WriteAsync("+slow", TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content.ShouldBe("done");
        (await rig.WriteAsync("+slower")).ShouldHaveSingleItem().Message!.Content.ShouldBe("done");
    }

    [Fact]
    public void Use_LongAgo_IsForgotten()
    {
        var time = new FakeTimeProvider();
        var cooldowns = new Cooldowns(time);
        for (var user = 1UL; user <= 2_000; user++)
        {
            cooldowns.Use(new Snowflake(user), "slow", Ten);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        cooldowns.Count.ShouldBeLessThan(1_100);
    }

    [Fact]
    public async Task Use_ManyAtOnce_OneMay()
    {
        var cooldowns = new Cooldowns(new FakeTimeProvider());

        var waits = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => cooldowns.Use(new Snowflake(1), "slow", Ten))));

        waits.Count(wait => wait.Left == TimeSpan.Zero).ShouldBe(1);
        waits.Count(wait => wait is { Told: false, Left.Ticks: > 0 }).ShouldBe(1);
    }

    private static CommandRig Rig() => new(services => services
        .AddTestCommand(TestCommands.Definition("slow") with { Cooldown = Ten }, _ => "done")
        .AddTestCommand(TestCommands.Definition("slower") with { Cooldown = Ten }, _ => "done"));
}
