using System.Net;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class InviteRoutesTests : RestTest
{
    [Fact]
    public async Task Invite_CreatedAndAccepted_LetsIn()
    {
        var invite = (await Bot.Post($"channels/{General}/invites", new { max_age = 3600, max_uses = 1 })).ShouldBe(HttpStatusCode.OK)["code"].GetString();
        var stranger = World.Users.Create("stranger");
        var client = Client(World.Users.TokenOf(stranger.Id));

        (await Client(null).Get($"invites/{invite}?with_counts=true")).ShouldBe(HttpStatusCode.OK)["guild"].GetProperty("name").GetString().ShouldBe(Guild.Name);
        (await client.Post($"invites/{invite}")).ShouldBe(HttpStatusCode.OK);

        Guild.Members.ShouldContainKey(stranger.Id);
        Events("GUILD_MEMBER_ADD").ShouldHaveSingleItem();
        Events("INVITE_CREATE").ShouldHaveSingleItem().GetProperty("max_uses").GetInt32().ShouldBe(1);
        (await Member.Post($"invites/{invite}")).ShouldFail(HttpStatusCode.NotFound, 10006);
        (await Bot.Post($"invites/{invite}")).ShouldFail(HttpStatusCode.Forbidden, 20001);
    }

    [Fact]
    public async Task Invite_OfABannedUser_StaysShut()
    {
        var invite = (await Bot.Post($"channels/{General}/invites", new { }))["code"].GetString();
        await Bot.Put($"guilds/{Guild.Id}/bans/{MemberId}");
        (await Member.Post($"invites/{invite}")).ShouldFail(HttpStatusCode.Forbidden, 40007);
    }

    [Fact]
    public async Task Invites_ListDeleteAndAge_Work()
    {
        var first = (await Bot.Post($"channels/{General}/invites", new { max_age = 60 }))["code"].GetString();
        var second = (await Member.Post($"channels/{ChannelId("playground")}/invites", new { max_age = 0 }))["code"].GetString();

        (await Owner.Get($"guilds/{Guild.Id}/invites")).ShouldBe(HttpStatusCode.OK).Json.GetArrayLength().ShouldBe(2);
        (await Bot.Get($"channels/{General}/invites")).ShouldBe(HttpStatusCode.OK).Json.GetArrayLength().ShouldBe(1);
        (await Member.Get($"guilds/{Guild.Id}/invites")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Member.Delete($"invites/{second}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Delete($"invites/{second}")).ShouldBe(HttpStatusCode.OK);
        Events("INVITE_DELETE").ShouldHaveSingleItem();
        LastAudit.Action.ShouldBe(AuditAction.InviteDelete);

        Clock.Advance(TimeSpan.FromSeconds(60));
        (await Bot.Get($"invites/{first}")).ShouldFail(HttpStatusCode.NotFound, 10006);
        (await Bot.Post($"channels/{General}/invites", new { max_age = 604_801 })).ShouldFailAt("max_age", "NUMBER_TYPE_MAX");
    }
}
