using System.Net;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Rest.Interactions;

public sealed class ComponentTests : InteractionTest
{
    private const string Rows = """
        [{"type":1,"components":[{"type":2,"style":1,"label":"Next","custom_id":"next"},{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true}]},
         {"type":1,"components":[{"type":3,"custom_id":"pick","max_values":2,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}]},
         {"type":1,"components":[{"type":5,"custom_id":"who"}]}]
        """;

    [Fact]
    public async Task Press_Button_TellsTheBotAndUpdates()
    {
        var message = await Say();
        (await Press(Member, message, new { component_type = 2, custom_id = "next" })).ShouldBe(HttpStatusCode.NoContent);

        LastTold.Data.GetProperty("type").GetInt32().ShouldBe(3);
        LastTold.Data.GetProperty("data").GetProperty("custom_id").GetString().ShouldBe("next");
        LastTold.Data.GetProperty("message").GetProperty("id").GetString().ShouldBe($"{message}");
        var reply = (await Answer(LastTold, new { type = 7, data = new { content = "page 2", components = Array.Empty<object>() } }, "?with_response=true")).ShouldBe(HttpStatusCode.OK);
        reply["resource"].GetProperty("type").GetInt32().ShouldBe(7);
        World.Messages.Get(General, message).ShouldBe(World.Messages.Get(General, message) with { Content = "page 2" });
        World.Messages.Get(General, message).Components.ShouldBeEmpty();
    }

    [Fact]
    public async Task Press_DeferredUpdate_EditsTheSameMessage()
    {
        var message = await Say();
        await Press(Member, message, new { component_type = 2, custom_id = "next" });
        (await Answer(LastTold, new { type = 6 })).ShouldBe(HttpStatusCode.NoContent);
        (await Client(null).Patch($"{Webhook(LastTold)}/messages/@original", new { content = "page 2" })).ShouldBe(HttpStatusCode.OK).Id.ShouldBe(message);
    }

    [Fact]
    public async Task Press_AnsweredWithAMessage_RefersToIt()
    {
        var message = await Say();
        await Press(Member, message, new { component_type = 2, custom_id = "next" });
        (await Answer(LastTold, new { type = 4, data = new { content = "mine", flags = 64 } })).ShouldBe(HttpStatusCode.NoContent);
        World.Messages.List(General, MemberId)[0].Reference!.MessageId.ShouldBe(message);
    }

    [Fact]
    public async Task Choose_Values_AreThoseOffered()
    {
        var message = await Say();
        (await Press(Member, message, """{"component_type":3,"custom_id":"pick","values":["a","b"]}""")).ShouldBe(HttpStatusCode.NoContent);
        LastTold.Data.GetProperty("data").GetProperty("values").GetArrayLength().ShouldBe(2);
        (await Press(Member, message, new { component_type = 5, custom_id = "who", values = new[] { $"{OwnerId}" } })).ShouldBe(HttpStatusCode.NoContent);
        LastTold.Data.GetProperty("data").GetProperty("resolved").GetProperty("users").TryGetProperty($"{OwnerId}", out _).ShouldBeTrue();

        (await Press(Member, message, """{"component_type":3,"custom_id":"pick","values":["z"]}""")).ShouldFailAt("data.values.0", "COMPONENT_VALIDATION_FAILED");
        (await Press(Member, message, """{"component_type":3,"custom_id":"pick","values":[]}""")).ShouldFailAt("data.values", "BASE_TYPE_BAD_LENGTH");
    }

    [Theory]
    [InlineData("off")]
    [InlineData("gone")]
    public async Task Press_DisabledOrUnknown_IsRefused(string customId) =>
        (await Press(Member, await Say(), new { component_type = 2, custom_id = customId })).ShouldFailAt("data.custom_id", "COMPONENT_VALIDATION_FAILED");

    [Fact]
    public async Task Press_OnAnEphemeralMessageOfAnother_IsRefused()
    {
        var message = World.Messages.Create(General, World.Users.Get(BotId), new MessageDraft { Content = "a", VisibleTo = OwnerId });
        (await Press(Member, message.Id, new { component_type = 2, custom_id = "next" })).ShouldFail(HttpStatusCode.NotFound, 10008);
    }

    [Fact]
    public async Task Modal_OpenedAndSubmitted_ReachesTheBot()
    {
        var message = await Say();
        await Press(Member, message, new { component_type = 2, custom_id = "next" });
        (await Answer(LastTold, """
            {"type":9,"data":{"custom_id":"form","title":"Why?","components":[{"type":1,"components":[{"type":4,"custom_id":"why","style":1,"label":"Why","min_length":3}]}]}}
            """)).ShouldBe(HttpStatusCode.NoContent);
        Events("INTERACTION_MODAL_CREATE").ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("Why?");

        (await Submit("no")).ShouldFailAt("data.components.why.value", "BASE_TYPE_BAD_LENGTH");
        (await Submit("because")).ShouldBe(HttpStatusCode.NoContent);

        LastTold.Data.GetProperty("type").GetInt32().ShouldBe(5);
        LastTold.Data.GetProperty("data").GetProperty("components")[0].GetProperty("components")[0].GetProperty("value").GetString().ShouldBe("because");
        LastTold.Data.GetProperty("message").GetProperty("id").GetString().ShouldBe($"{message}");
        (await Answer(LastTold, new { type = 9, data = new { } })).ShouldFailAt("type", "BASE_TYPE_CHOICES");
        (await Answer(LastTold, new { type = 7, data = new { content = "thanks" } })).ShouldBe(HttpStatusCode.NoContent);
        World.Messages.Get(General, message).Content.ShouldBe("thanks");
    }

    [Fact]
    public async Task Modal_NeverOpened_IsUnknown() => (await Submit("because")).ShouldFail(HttpStatusCode.NotFound, 10062);

    private Task<RestReply> Submit(string why) => Send(Member, 5, new
    {
        custom_id = "form",
        components = new[] { new { type = 1, components = new[] { new { type = 4, custom_id = "why", value = why } } } },
    });

    private async Task<ulong> Say() => (await Bot.Post($"channels/{General}/messages", $$"""{"content":"page 1","components":{{Rows}}}""")).ShouldBe(HttpStatusCode.OK).Id;
}
