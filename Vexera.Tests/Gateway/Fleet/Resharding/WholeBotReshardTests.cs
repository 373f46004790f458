using Vexera.Core.Discord;
using Vexera.Core.Shards;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

/// <summary>What people see of a reshard: nothing.</summary>
public sealed class WholeBotReshardTests
{
    [Theory]
    [InlineData(2, 3)]
    [InlineData(4, 1)]
    [InlineData(1, 4)]
    public async Task Reshard_CommandsAndChangesFlow_AnswersEachOnceKeepsStateAndThanksNobodyAgain(int before, int after)
    {
        await using var bot = await WholeBot.StartAsync(before);
        var guild = bot.GuildIds[0];
        var others = bot.GuildIds.Select(id => bot.SaidIn(id).Count).ToArray();
        var asked = 0;
        async Task LiveAsync()
        {
            bot.World.Channels.Update(bot.General(guild).Id, default, channel => channel with { Name = $"general-{asked % 3}" });
            bot.Say(guild, "+ping");
            asked++;
            await WholeBot.UntilAsync(() => bot.Pongs(guild) >= asked);
        }

        await LiveAsync();
        var answer = await bot.Resharder.TryReshardAsync(after, TestContext.Current.CancellationToken);
        answer.Refusal.ShouldBeNull();
        await WholeBot.UntilAsync(() => bot.Merge is not null);
        await LiveAsync();
        await LiveAsync();
        await WholeBot.UntilAsync(() =>
        {
            bot.Pass(TimeSpan.FromSeconds(1));
            return bot.Resharder.Progress!.Stage == ReshardStage.Comparing;
        });

        await bot.NewFleetHearsAsync(guild);
        bot.Pass(bot.Merge!.SettlesIn);
        while (!answer.Running!.IsCompleted)
        {
            await LiveAsync();
            if (bot.Resharder.Progress!.Stage == ReshardStage.Comparing)
                await bot.NewFleetHearsAsync(guild);
            bot.Pass(TimeSpan.FromMilliseconds(500));
        }

        (await answer.Running).End.ShouldBe(ReshardEnd.TakenOver);
        await LiveAsync();
        await WholeBot.UntilAsync(() =>
        {
            bot.Pass(TimeSpan.FromSeconds(1));
            return bot.Resharder.Progress is null;
        });
        await LiveAsync();
        await LiveAsync();

        bot.Fleet.ShardCount.ShouldBe(after);
        bot.Pongs(guild).ShouldBe(asked);
        bot.GuildIds.Select(id => bot.SaidIn(id).Count).ShouldBe([others[0] + asked, .. others.Skip(1)]);
        bot.Guilds.TryGet(new Snowflake(guild), out var state).ShouldBeTrue();
        state.Channels[new Snowflake(bot.General(guild).Id)].Name.ShouldBe(bot.General(guild).Name);
        bot.Guilds.Count.ShouldBe(bot.GuildIds.Count);
        bot.ViolatedRules.ShouldBeEmpty();
    }
}
