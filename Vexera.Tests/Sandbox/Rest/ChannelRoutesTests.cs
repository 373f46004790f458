using System.Net;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class ChannelRoutesTests : RestTest
{
    [Fact]
    public async Task Get_Seen_IsShown()
    {
        (await Member.Get($"channels/{General}")).ShouldBe(HttpStatusCode.OK)["name"].GetString().ShouldBe("general");
        (await Member.Get($"channels/{ChannelId("moderators")}")).ShouldFail(HttpStatusCode.Forbidden, 50001);
        (await Moderator.Get($"channels/{ChannelId("moderators")}")).ShouldBe(HttpStatusCode.OK);
        (await Bot.Get("channels/5")).ShouldFail(HttpStatusCode.NotFound, 10003);
    }

    [Fact]
    public async Task Edit_Fields_ChangeAndAreLogged()
    {
        var id = General;
        var after = (await Bot.Patch($"channels/{id}", new { name = "The Lobby", topic = "Talk", rate_limit_per_user = 30, nsfw = true })).ShouldBe(HttpStatusCode.OK);

        after["name"].GetString().ShouldBe("the-lobby");
        after["rate_limit_per_user"].GetInt32().ShouldBe(30);
        World.Channels.Get(id).Topic.ShouldBe("Talk");
        LastAudit.Action.ShouldBe(AuditAction.ChannelUpdate);
        LastAudit.Changes.Select(change => change.Key).Order().ShouldBe(["name", "nsfw", "rate_limit_per_user", "topic"]);
        Events("CHANNEL_UPDATE").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"name":""}""", "name", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"rate_limit_per_user":21601}""", "rate_limit_per_user", "NUMBER_TYPE_MAX")]
    [InlineData("""{"nsfw":"maybe"}""", "nsfw", "BOOLEAN_TYPE_CONVERT")]
    [InlineData("""{"parent_id":"5"}""", "parent_id", "CHANNEL_PARENT_INVALID")]
    public async Task Edit_Wrong_NamesTheField(string body, string path, string code) =>
        (await Bot.Patch($"channels/{General}", body)).ShouldFailAt(path, code);

    [Fact]
    public async Task Edit_WithoutPermission_IsRefused() =>
        (await Member.Patch($"channels/{General}", new { name = "mine" })).ShouldFail(HttpStatusCode.Forbidden, 50013);

    [Fact]
    public async Task Delete_Channel_GoesUnlessTheCommunityNeedsIt()
    {
        (await Bot.Delete($"channels/{ChannelId("playground")}")).ShouldBe(HttpStatusCode.OK)["name"].GetString().ShouldBe("playground");
        (await Bot.Delete($"channels/{General}")).ShouldFail(HttpStatusCode.BadRequest, 50074);
        Events("CHANNEL_DELETE").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GuildChannels_CreateListReorder_Work()
    {
        var made = (await Bot.Post($"guilds/{Guild.Id}/channels", new { name = "New Room", type = 0, parent_id = $"{ChannelId("Community")}", topic = "t" }))
            .ShouldBe(HttpStatusCode.Created);
        made["name"].GetString().ShouldBe("new-room");
        made["parent_id"].GetString().ShouldBe($"{ChannelId("Community")}");

        (await Bot.Patch($"guilds/{Guild.Id}/channels", new[] { new { id = made["id"].GetString(), position = 0 } })).ShouldBe(HttpStatusCode.NoContent);
        World.Channels.Get(made.Id).Position.ShouldBe(0);

        (await Bot.Get($"guilds/{Guild.Id}/channels")).ShouldBe(HttpStatusCode.OK).Json.GetArrayLength().ShouldBe(8);
        (await Member.Post($"guilds/{Guild.Id}/channels", new { name = "x" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Post($"guilds/{Guild.Id}/channels", new { type = 0 })).ShouldFailAt("name", "BASE_TYPE_REQUIRED");
    }

    [Fact]
    public async Task Overwrites_SetAndRemove_Work()
    {
        var path = $"channels/{General}/permissions/{Guild.Id}";
        (await Bot.Put(path, new { type = 0, deny = $"{(ulong)Permission.SendMessages}", allow = "0" })).ShouldBe(HttpStatusCode.NoContent);
        (await Member.Post($"channels/{General}/messages", new { content = "a" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Delete(path)).ShouldBe(HttpStatusCode.NoContent);
        (await Member.Post($"channels/{General}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.OK);
        (await Bot.Delete(path)).ShouldFail(HttpStatusCode.NotFound, 10009);
    }

    [Fact]
    public async Task Overwrites_OfPermissionsOneHasNot_AreRefused()
    {
        var path = $"channels/{General}/permissions/{Guild.Id}";
        (await Bot.Put(path, new { type = 0, allow = $"{(ulong)Permission.ManageGuild}" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Put($"channels/{General}/permissions/5", new { type = 0 })).ShouldFail(HttpStatusCode.NotFound, 10009);
        (await Bot.Put(path, new { type = 3 })).ShouldFailAt("type", "BASE_TYPE_CHOICES");
    }

    [Fact]
    public async Task Threads_StartJoinArchive_Work()
    {
        var thread = (await Member.Post($"channels/{General}/threads", new { name = "Side talk", type = 11 })).ShouldBe(HttpStatusCode.Created);
        (await Bot.Put($"channels/{thread.Id}/thread-members/@me")).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Post($"channels/{thread.Id}/messages", new { content = "here" })).ShouldBe(HttpStatusCode.OK);
        (await Bot.Get($"guilds/{Guild.Id}/threads/active")).ShouldBe(HttpStatusCode.OK)["threads"].GetArrayLength().ShouldBe(1);
        (await Member.Patch($"channels/{thread.Id}", new { archived = true })).ShouldBe(HttpStatusCode.OK);
        (await Bot.Get($"guilds/{Guild.Id}/threads/active"))["threads"].GetArrayLength().ShouldBe(0);

        var said = await Member.Post($"channels/{General}/messages", new { content = "topic" });
        (await Bot.Post($"channels/{General}/messages/{said.Id}/threads", new { name = "On it" })).ShouldBe(HttpStatusCode.Created).Id.ShouldBe(said.Id);
        (await Bot.Post($"channels/{General}/messages/{said.Id}/threads", new { name = "On it" })).ShouldFail(HttpStatusCode.BadRequest, 160004);
    }
}
