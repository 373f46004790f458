using Vexera.Core.Shards;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Basics;

public sealed class PingTests
{
    [Fact]
    public async Task Ping_ByPrefix_RepliesWithBothLatencies()
    {
        await using var rig = new CommandRig();

        var answer = (await rig.WriteAsync("+ping")).ShouldHaveSingleItem();

        answer.Name.ShouldBe("create");
        answer.Target.ShouldBe(TestGuild.General);
        answer.Message!.Content.ShouldBe("Pong! Gateway 42 ms, HTTP 70 ms.");
        answer.Message.MessageReference.ShouldNotBeNull().FailIfNotExists.ShouldBeFalse();
        answer.Message.EnforceNonce.ShouldBe(true);
        answer.Message.Nonce.ShouldBe($"v{answer.Message.MessageReference.MessageId}");
        answer.Message.AllowedMentions.Parse.ShouldBeEmpty();
        answer.Message.AllowedMentions.RepliedUser.ShouldBeFalse();
    }

    [Fact]
    public async Task Ping_BySlash_AnswersTheSame()
    {
        await using var rig = new CommandRig();

        var answer = (await rig.SlashAsync("ping")).ShouldHaveSingleItem();

        answer.Name.ShouldBe("respond");
        answer.Ephemeral.ShouldBeFalse();
        answer.Message!.Content.ShouldBe("Pong! Gateway 42 ms, HTTP 70 ms.");
    }

    [Fact]
    public async Task Ping_BeforeTheFirstHeartbeat_SaysSo()
    {
        await using var rig = new CommandRig();
        rig.Fleet.Shards = [new ShardStatus(0, ShardState.Ready, DateTimeOffset.UnixEpoch, null, null)];

        var answer = (await rig.WriteAsync("+ping")).ShouldHaveSingleItem();

        answer.Message!.Content.ShouldBe("Pong! Gateway not yet measured, HTTP 70 ms.");
    }
}
