using System.Net;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Rest.Interactions;

public sealed class CallbackTests : InteractionTest
{
    [Fact]
    public async Task Answer_WithAMessage_IsSaidByTheBot()
    {
        await UsePing();
        var reply = (await Answer(LastTold, new { type = 4, data = new { content = "Pong!" } }, "?with_response=true")).ShouldBe(HttpStatusCode.OK);

        reply["interaction"].GetProperty("response_message_id").GetString().ShouldNotBeNull();
        reply["resource"].GetProperty("message").GetProperty("content").GetString().ShouldBe("Pong!");
        var message = World.Messages.List(General, MemberId).ShouldHaveSingleItem();
        message.Type.ShouldBe(MessageType.ChatInputCommand);
        message.Author.Id.ShouldBe(BotId);
        message.Interaction!.User.Id.ShouldBe(MemberId);
        Events("INTERACTION_SUCCESS").ShouldHaveSingleItem().GetProperty("nonce").GetString().ShouldBe("42");
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_Twice_IsRefused()
    {
        await UsePing();
        (await Answer(LastTold, new { type = 4, data = new { content = "one" } })).ShouldBe(HttpStatusCode.NoContent);
        (await Answer(LastTold, new { type = 4, data = new { content = "two" } })).ShouldFail(HttpStatusCode.BadRequest, 40060);
        Violations.ShouldBe(["acknowledged-twice"]);
    }

    [Fact]
    public async Task Answer_AfterThreeSeconds_IsTooLate()
    {
        await UsePing();
        Clock.Advance(TimeSpan.FromSeconds(3.1));

        (await Answer(LastTold, new { type = 4, data = new { content = "late" } })).ShouldFail(HttpStatusCode.NotFound, 10062);

        Events("INTERACTION_FAILURE").ShouldHaveSingleItem().GetProperty("nonce").GetString().ShouldBe("42");
        World.Interactions.Find(ulong.Parse(LastTold.Id, System.Globalization.CultureInfo.InvariantCulture))!.State.ShouldBe(InteractionState.Failed);
        Violations.ShouldBe(["interaction-deadline"]);
    }

    [Fact]
    public async Task Answer_WithinThreeSeconds_FailsNobody()
    {
        await UsePing();
        Clock.Advance(TimeSpan.FromSeconds(2.9));
        (await Answer(LastTold, new { type = 4, data = new { content = "just" } })).ShouldBe(HttpStatusCode.NoContent);
        Clock.Advance(TimeSpan.FromMinutes(20));
        Events("INTERACTION_FAILURE").ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_UnknownOrWrongToken_IsRefused()
    {
        await UsePing();
        (await Answer(LastTold with { Token = "wrong" }, new { type = 4, data = new { content = "a" } })).ShouldFail(HttpStatusCode.NotFound, 10062);
        (await Answer(LastTold with { Id = "5" }, new { type = 4, data = new { content = "a" } })).ShouldFail(HttpStatusCode.NotFound, 10062);
    }

    [Theory]
    [InlineData("""{"type":4}""", "data", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":7,"data":{"content":"a"}}""", "type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"type":4,"data":{"content":"a","embeds":[{}]}}""", "data.embeds.0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":9,"data":{"custom_id":"m","title":"t","components":[]}}""", "data.components", "BASE_TYPE_BAD_LENGTH")]
    public async Task Answer_InvalidForm_LeavesItOpen(string body, string path, string code)
    {
        await UsePing();
        (await Answer(LastTold, body)).ShouldFailAt(path, code);
        (await Answer(LastTold, new { type = 4, data = new { content = "a" } })).ShouldBe(HttpStatusCode.NoContent);
        World.Messages.List(General, MemberId).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Answer_Ephemeral_IsSeenByTheInvokerOnly()
    {
        await UsePing();
        await Answer(LastTold, new { type = 4, data = new { content = "hush", flags = 64 } });

        (await Member.Get($"channels/{General}/messages")).Json.GetArrayLength().ShouldBe(1);
        (await Owner.Get($"channels/{General}/messages")).Json.GetArrayLength().ShouldBe(0);
        (await Bot.Get($"channels/{General}/messages")).Json.GetArrayLength().ShouldBe(0);
        var id = World.Messages.List(General, MemberId)[0].Id;
        (await Owner.Get($"channels/{General}/messages/{id}")).ShouldFail(HttpStatusCode.NotFound, 10008);
        (await Client(null).Get($"{Webhook(LastTold)}/messages/@original")).ShouldBe(HttpStatusCode.OK)["flags"].GetInt32().ShouldBe(64);
    }

    [Fact]
    public async Task Defer_ThenEdit_FillsTheLoadingMessage()
    {
        await UsePing();
        (await Answer(LastTold, new { type = 5, data = new { flags = 64 } })).ShouldBe(HttpStatusCode.NoContent);
        var loading = World.Messages.List(General, MemberId).ShouldHaveSingleItem();
        loading.Flags.ShouldBe(MessageFlags.Loading | MessageFlags.Ephemeral);

        Clock.Advance(TimeSpan.FromMinutes(14));
        (await Client(null).Patch($"{Webhook(LastTold)}/messages/@original", new { content = "done" })).ShouldBe(HttpStatusCode.OK)["content"].GetString().ShouldBe("done");

        var message = World.Messages.List(General, MemberId).ShouldHaveSingleItem();
        message.Flags.ShouldBe(MessageFlags.Ephemeral);
        message.EditedTimestamp.ShouldBeNull();
        Clock.Advance(TimeSpan.FromMinutes(2));
        Events("INTERACTION_FAILURE").ShouldBeEmpty();
    }

    [Fact]
    public async Task Defer_AndForget_FailsAfterFifteenMinutes()
    {
        await UsePing();
        await Answer(LastTold, new { type = 5 });
        Clock.Advance(TimeSpan.FromMinutes(15.1));
        Events("INTERACTION_FAILURE").ShouldHaveSingleItem();
        (await Client(null).Patch($"{Webhook(LastTold)}/messages/@original", new { content = "late" })).ShouldFail(HttpStatusCode.Unauthorized, 50027);
    }

    [Fact]
    public async Task FollowUp_RightAfterDefer_BecomesTheAnswer()
    {
        await UsePing();
        await Answer(LastTold, new { type = 5 });
        (await Client(null).Post(Webhook(LastTold), new { content = "done" })).ShouldBe(HttpStatusCode.OK);
        World.Messages.List(General, MemberId).ShouldHaveSingleItem().Content.ShouldBe("done");
    }

    [Fact]
    public async Task FollowUps_CreateEditDelete_Work()
    {
        await UsePing();
        await Answer(LastTold, new { type = 4, data = new { content = "first" } });
        var webhook = Webhook(LastTold);
        var nobody = Client(null);

        var more = (await nobody.Post(webhook, new { content = "more", flags = 64 })).ShouldBe(HttpStatusCode.OK);
        World.Messages.Get(General, more.Id).VisibleTo.ShouldBe(MemberId);
        (await nobody.Patch($"{webhook}/messages/{more.Id}", new { content = "even more" })).ShouldBe(HttpStatusCode.OK);
        (await nobody.Get($"{webhook}/messages/{more.Id}")).ShouldBe(HttpStatusCode.OK)["content"].GetString().ShouldBe("even more");
        (await nobody.Delete($"{webhook}/messages/{more.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await nobody.Delete($"{webhook}/messages/@original")).ShouldBe(HttpStatusCode.NoContent);
        (await nobody.Get($"{webhook}/messages/@original")).ShouldFail(HttpStatusCode.NotFound, 10008);
        World.Messages.List(General, MemberId).ShouldBeEmpty();
    }

    [Fact]
    public async Task FollowUp_BeforeAnyAnswer_IsUnknown()
    {
        await UsePing();
        (await Client(null).Post(Webhook(LastTold), new { content = "a" })).ShouldFail(HttpStatusCode.NotFound, 10015);
    }

    [Fact]
    public async Task Answers_OverTheGlobalLimit_AreExempt()
    {
        for (var i = 0; i < 60; i++)
        {
            await UsePing();
            (await Bot.Post($"interactions/{LastTold.Id}/{LastTold.Token}/callback", new { type = 4, data = new { content = "a" } })).ShouldBe(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Answer_WithAFile_CarriesIt()
    {
        await UsePing();
        using var form = new MultipartFormDataContent { { RestClient.Raw("""{"type":4,"data":{"content":"see"}}"""), "payload_json" } };
        form.Add(new ByteArrayContent([1, 2]), "files[0]", "a.bin");
        (await Answer(LastTold, form)).ShouldBe(HttpStatusCode.NoContent);
        World.Messages.List(General, MemberId)[0].Attachments.ShouldHaveSingleItem().Filename.ShouldBe("a.bin");
    }

    private async Task UsePing()
    {
        var known = World.Commands.Of(BotId, null).FirstOrDefault();
        var command = known?.Id ?? await Register(new { name = "ping", description = "d" });
        (await Use(Member, command, nonce: "42")).ShouldBe(HttpStatusCode.NoContent);
    }
}
