using System.Net;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class ReactionRoutesTests : RestTest
{
    private const string Thumb = "%F0%9F%91%8D";

    [Fact]
    public async Task Add_EmojiAndCustom_CountAndAreListed()
    {
        var emoji = World.Guilds.AddEmoji(Guild.Id, "vex");
        var reactions = await MessageWithReactions();

        (await Bot.Put($"{reactions}/{Thumb}/@me")).ShouldBe(HttpStatusCode.NoContent);
        (await Member.Put($"{reactions}/{Thumb}/@me")).ShouldBe(HttpStatusCode.NoContent);
        (await Member.Put($"{reactions}/vex%3A{emoji.Id}/@me")).ShouldBe(HttpStatusCode.NoContent);

        var message = (await Bot.Get(reactions[..reactions.LastIndexOf('/')])).ShouldBe(HttpStatusCode.OK);
        message["reactions"][0].GetProperty("count").GetInt32().ShouldBe(2);
        message["reactions"][0].GetProperty("me").GetBoolean().ShouldBeTrue();
        message["reactions"][1].GetProperty("emoji").GetProperty("id").GetString().ShouldBe($"{emoji.Id}");
        (await Bot.Get($"{reactions}/{Thumb}")).Json.GetArrayLength().ShouldBe(2);
        (await Bot.Get($"{reactions}/{Thumb}?limit=1&after={BotId}")).Json.GetArrayLength().ShouldBe(1);
        Events("MESSAGE_REACTION_ADD").Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("vex:5")]
    [InlineData("%F0%9F%91%8D%F0%9F%91%8D")]
    public async Task Add_UnknownEmoji_IsRefused(string emoji) =>
        (await Bot.Put($"{await MessageWithReactions()}/{emoji}/@me")).ShouldFail(HttpStatusCode.BadRequest, 10014);

    [Fact]
    public async Task Add_WithoutPermission_MayOnlyJoin()
    {
        var reactions = await MessageWithReactions();
        await Member.Put($"{reactions}/{Thumb}/@me");
        World.Channels.SetOverwrite(General, new Overwrite(BotId, OverwriteType.Member, 0, Permission.AddReactions), new Actor(OwnerId));
        (await Bot.Put($"{reactions}/{Thumb}/@me")).ShouldBe(HttpStatusCode.NoContent);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Bot.Put($"{reactions}/%E2%9D%A4/@me")).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }

    [Fact]
    public async Task Remove_OwnOthersAndAll_TellEachKind()
    {
        var reactions = await MessageWithReactions();
        await Member.Put($"{reactions}/{Thumb}/@me");
        await Owner.Put($"{reactions}/{Thumb}/@me");
        await Owner.Put($"{reactions}/%E2%9D%A4/@me");

        (await Member.Delete($"{reactions}/{Thumb}/{OwnerId}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Owner.Delete($"{reactions}/{Thumb}/@me")).ShouldBe(HttpStatusCode.NoContent);
        (await Moderator.Delete($"{reactions}/{Thumb}/{MemberId}")).ShouldBe(HttpStatusCode.NoContent);
        (await Moderator.Delete($"{reactions}/%E2%9D%A4")).ShouldBe(HttpStatusCode.NoContent);
        (await Moderator.Delete(reactions)).ShouldBe(HttpStatusCode.NoContent);

        Events("MESSAGE_REACTION_REMOVE").Count.ShouldBe(2);
        Events("MESSAGE_REACTION_REMOVE_EMOJI").ShouldHaveSingleItem();
        Events("MESSAGE_REACTION_REMOVE_ALL").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("pins")]
    [InlineData("messages/pins")]
    public async Task Pins_PresentAndFormerRoutes_Work(string route)
    {
        var message = await Member.Post($"channels/{General}/messages", new { content = "keep" });
        (await Bot.Put($"channels/{General}/{route}/{message.Id}")).ShouldBe(HttpStatusCode.NoContent);

        var list = (await Bot.Get($"channels/{General}/{route}")).ShouldBe(HttpStatusCode.OK).Json;
        (route == "pins" ? list[0] : list.GetProperty("items")[0].GetProperty("message")).GetProperty("content").GetString().ShouldBe("keep");
        World.Messages.List(General, BotId)[0].Type.ShouldBe(MessageType.ChannelPinnedMessage);
        Events("CHANNEL_PINS_UPDATE").ShouldHaveSingleItem();

        (await Member.Delete($"channels/{General}/{route}/{message.Id}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Delete($"channels/{General}/{route}/{message.Id}")).ShouldBe(HttpStatusCode.NoContent);
        World.Messages.Pinned(General).ShouldBeEmpty();
    }

    private async Task<string> MessageWithReactions() =>
        $"channels/{General}/messages/{(await Member.Post($"channels/{General}/messages", new { content = "a" })).Id}/reactions";
}
