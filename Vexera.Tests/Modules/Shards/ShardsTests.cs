using Vexera.Core.Discord.Entities;
using Vexera.Core.Shards;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Shards;

public sealed class ShardsTests
{
    [Fact]
    public async Task Shards_NotTheOwner_IsRefused()
    {
        await using var rig = Rig();

        var answer = (await rig.WriteAsync("+shards reconnect all")).Last(call => call.Name == "create");

        answer.Message!.Content!.ShouldContain("owner");
        rig.Fleet.Asked.ShouldBeNull();
    }

    [Fact]
    public async Task List_TwoHundredEightyEightShards_CountsTheWellAndNamesTheOthers()
    {
        await using var rig = Rig();
        rig.Fleet.ShardCount = 288;
        rig.Fleet.Shards = [.. Enumerable.Range(0, 288).Select(id => new ShardStatus(
            id, id is 5 or 6 or 40 ? ShardState.BackingOff : ShardState.Ready, DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(40 + id), id == 5 ? "4000" : null)
        { IsFlapping = id == 40 })];

        var text = await AskAsync(rig, "+shards");

        text.ShouldBe(
            """
            **Shards 0-287** of 288
            ready: 285
            pausing before the next attempt: 3 (shards 5-6, 40)
            Slowest: shard 287, 327 ms
            Losing their connection again and again: 40
            Shard 5: pausing before the next attempt since <t:0:R>, `4000`
            Shard 6: pausing before the next attempt since <t:0:R>
            Shard 40: pausing before the next attempt since <t:0:R>
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task List_EverySecondInTrouble_StaysOneMessage()
    {
        await using var rig = Rig();
        rig.Fleet.Shards = [.. Enumerable.Range(0, 288).Select(id => new ShardStatus(
            id, id % 2 == 0 ? ShardState.BackingOff : ShardState.Ready, DateTimeOffset.UnixEpoch, null, new string('x', 300)) { IsFlapping = id % 2 == 0 })];

        var answers = (await rig.WriteAsync("+shards list", TestGuild.Owner)).Where(call => call.Name == "create").ToArray();

        answers.ShouldHaveSingleItem().Message!.Content!.ShouldEndWith("… and 134 more");
    }

    [Fact]
    public async Task Reconnect_AllAndQuick_TellsInTheAnswer()
    {
        await using var rig = Rig();
        rig.Fleet.Shards = [.. Enumerable.Range(0, 4).Select(Ready)];
        rig.Fleet.Reconnect!.SetResult(new ReconnectReport([0, 1], [2], [3], [], []));

        var text = await AskAsync(rig, "+shards reconnect all");

        rig.Fleet.Asked.ShouldBe([0, 1, 2, 3]);
        text.ShouldBe(
            """
            Reconnected without losing an event: 2 of 4 shards.
            Discord had ended these sessions, so they began new ones: 2
            Left alone, because they were not ready: 3
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Reconnect_One_AsksForThatOne()
    {
        await using var rig = Rig();
        rig.Fleet.Shards = [.. Enumerable.Range(0, 4).Select(Ready)];
        rig.Fleet.Reconnect!.SetResult(new ReconnectReport([2], [], [], [], []));

        await AskAsync(rig, "+shards reconnect 2");

        rig.Fleet.Asked.ShouldBe([2]);
    }

    [Fact]
    public async Task Reconnect_TakesLong_AnswersAndTellsTheEndLater()
    {
        await using var rig = Rig();
        var asking = rig.WriteAsync("+shards reconnect all", TestGuild.Owner);
        await Eventually.UntilAsync(() =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(1));
            return asking.IsCompleted;
        });
        (await asking)[^1].Message!.Content!.ShouldStartWith("Reconnecting 1 shard,");

        rig.Fleet.Reconnect!.SetResult(new ReconnectReport([], [], [], [0], []));

        await Eventually.UntilAsync(() => rig.Rest.Calls[^1].Message!.Content!.Contains("Not back after 0"));
        rig.Rest.Calls[^1].Target.ShouldBe(TestGuild.General);
    }

    [Fact]
    public async Task Reconnect_EndCannotBeTold_IsLogged()
    {
        await using var rig = Rig();
        var asking = rig.WriteAsync("+shards reconnect all", TestGuild.Owner);
        await Eventually.UntilAsync(() =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(1));
            return asking.IsCompleted;
        });
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(50001);

        rig.Fleet.Reconnect!.SetResult(new ReconnectReport([0], [], [], [], []));

        await Eventually.UntilAsync(() => rig.Log.Lines.Any(line => line.EventId == 8100));
    }

    [Fact]
    public async Task Reconnect_AnotherAtWork_SaysHowFarItIs()
    {
        await using var rig = Rig();
        rig.Fleet.Reconnect = null;
        rig.Fleet.Reconnecting = new ReconnectProgress(120, 288);

        (await AskAsync(rig, "+shards reconnect all")).ShouldBe("A reconnect is at work: 120 of 288 shards are through.");
        (await AskAsync(rig, "+shards")).ShouldEndWith("A reconnect is at work: 120 of 288 shards are through.");
    }

    [Theory]
    [InlineData("+shards reconnect", "Which shards shall reconnect? Write `+shards reconnect 0` or `+shards reconnect all`.")]
    [InlineData("+shards reconnect 7", "Shard 7 does not run here. I run 0 of 1.")]
    public async Task Reconnect_NotClearWhich_SaysWhatToWrite(string line, string answer)
    {
        await using var rig = Rig();

        (await AskAsync(rig, line)).ShouldBe(answer);

        rig.Fleet.Asked.ShouldBeNull();
    }

    [Theory]
    [InlineData("+shards reshard", null)]
    [InlineData("+shards reshard 4", 4)]
    public async Task Reshard_Begins_AnswersAndTellsTheEndLater(string line, int? count)
    {
        await using var rig = Rig();
        var running = new TaskCompletionSource<ReshardReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        int? asked = -1;
        rig.Fleet.Reshard = wish =>
        {
            asked = wish;
            return new ReshardAnswer(null, 2, 4, 900, running.Task);
        };

        (await AskAsync(rig, line)).ShouldStartWith("Going from 2 to 4 shards while I work on.");
        asked.ShouldBe(count);
        running.SetResult(new ReshardReport(2, 4, ReshardEnd.TakenOver, null));

        await Eventually.UntilAsync(() => rig.Rest.Calls[^1].Message!.Content == "Resharded from 2 to 4 without losing an event.");
        rig.Rest.Calls[^1].Target.ShouldBe(TestGuild.General);
    }

    [Theory]
    [InlineData(ReshardEnd.Refused, "Discord refused one of the new shards.")]
    [InlineData(ReshardEnd.SessionLost, "Discord ended the session of one of the new shards.")]
    [InlineData(ReshardEnd.BudgetLow, "The day's budget of identifies was nearly used up.")]
    [InlineData(ReshardEnd.TookTooLong, "It took too long.")]
    [InlineData(ReshardEnd.Stopped, "I was stopped.")]
    internal async Task Reshard_GivenUp_SaysWhyAndThatTheOldShardsGoOn(ReshardEnd end, string reason)
    {
        await using var rig = Rig();
        rig.Fleet.Reshard = _ => new ReshardAnswer(null, 2, 4, 900, Task.FromResult(new ReshardReport(2, 4, end, "a `detail")));

        await AskAsync(rig, "+shards reshard 4");

        await Eventually.UntilAsync(() => rig.Rest.Calls.Any(call => call.Message?.Content?.Contains(
            $"I could not go over to 4 shards. My 2 shards go on as before.\n{reason}\nDetails: ", StringComparison.Ordinal) == true));
    }

    [Theory]
    [InlineData(ReshardRefusal.RunsAPart, "I run a part of the shards (`Gateway:Shards`), so another number has to be set for all processes together: `Gateway:ShardCount`.")]
    [InlineData(ReshardRefusal.NotReady, "Not all my shards are ready. Please try again when they are.")]
    [InlineData(ReshardRefusal.ReconnectAtWork, "A reconnect is at work. Please try again when it is done.")]
    [InlineData(ReshardRefusal.SameCount, "I have 4 shards already.")]
    [InlineData(ReshardRefusal.BudgetLow, "4 new shards need 4 identifies, and I may send 3 more today. Please try again tomorrow.")]
    [InlineData(ReshardRefusal.Unreachable, "I could not ask Discord for its limits. Please try again later.")]
    internal async Task Reshard_MayNotBegin_SaysWhy(ReshardRefusal refusal, string answer)
    {
        await using var rig = Rig();
        rig.Fleet.Reshard = _ => new ReshardAnswer(refusal, 4, 4, 3);

        (await AskAsync(rig, "+shards reshard 4")).ShouldBe(answer);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("16001")]
    [InlineData("all")]
    public async Task Reshard_NoCount_SaysWhatToWrite(string count)
    {
        await using var rig = Rig();

        (await AskAsync(rig, $"+shards reshard {count}"))
            .ShouldBe("How many shards? Write a number from 1 to 16,000, or `+shards reshard` for Discord's recommendation.");
    }

    [Theory]
    [InlineData(ReshardStage.Identifying, "Resharding from 2 to 3: 1 of the new shards is ready.")]
    [InlineData(ReshardStage.Comparing, "Resharding from 2 to 3: the new shards are ready and follow along until they take over. Servers still to come: 7")]
    [InlineData(ReshardStage.Closing, "Resharding from 2 to 3: the new shards have taken over, the last things are tidied up.")]
    internal async Task List_ReshardAtWork_SaysHowFarItIs(ReshardStage stage, string line)
    {
        await using var rig = Rig();
        rig.Fleet.Progress = new ReshardProgress(2, 3, stage, 1, 7);
        rig.Fleet.Reconnect = null;
        rig.Fleet.Reshard = _ => new ReshardAnswer(ReshardRefusal.ReshardAtWork, 2, 3);

        (await AskAsync(rig, "+shards")).ShouldEndWith(line);
        (await AskAsync(rig, "+shards reconnect all")).ShouldBe(line);
        (await AskAsync(rig, "+shards reshard 3")).ShouldBe(line);
    }

    [Fact]
    public async Task Health_BudgetNearlySpent_SaysUntilWhen()
    {
        await using var rig = Rig();
        rig.Fleet.IdentifiesRenewAt = DateTimeOffset.FromUnixTimeSeconds(1000);

        (await AskAsync(rig, "+health")).ShouldContain("go on <t:1000:R>.");
        (await AskAsync(rig, "+ping")).ShouldContain("go on <t:1000:R>.");
    }

    private static CommandRig Rig()
    {
        var rig = new CommandRig();
        rig.Rest.Application = new Application { Id = FakeSelf.Id, Owner = TestGuild.Owner };
        return rig;
    }

    private static async Task<string> AskAsync(CommandRig rig, string line) =>
        (await rig.WriteAsync(line, TestGuild.Owner)).Last(call => call.Name == "create").Message!.Content!;

    private static ShardStatus Ready(int id) => new(id, ShardState.Ready, DateTimeOffset.UnixEpoch, null, null);
}
