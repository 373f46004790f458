using System.Net;
using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class UserRoutesTests : RestTest
{
    [Fact]
    public async Task Get_Users_ByIdAndSelf()
    {
        (await Bot.Get("users/@me")).ShouldBe(HttpStatusCode.OK)["bot"].GetBoolean().ShouldBeTrue();
        (await Bot.Get($"users/{MemberId}")).ShouldBe(HttpStatusCode.OK)["username"].GetString().ShouldBe("pip");
        (await Bot.Get("users/5")).ShouldFail(HttpStatusCode.NotFound, 10013);
        (await Bot.Patch("users/@me", new { username = "Vex" })).ShouldBe(HttpStatusCode.OK)["username"].GetString().ShouldBe("Vex");
    }

    [Fact]
    public async Task Guilds_List_Pages()
    {
        var all = (await Bot.Get("users/@me/guilds?with_counts=true")).ShouldBe(HttpStatusCode.OK).Json;
        all.GetArrayLength().ShouldBe(2);
        all[0].GetProperty("owner").GetBoolean().ShouldBeFalse();
        var first = all[0].GetProperty("id").GetString();
        (await Bot.Get($"users/@me/guilds?after={first}")).Json.GetArrayLength().ShouldBe(1);
        (await Bot.Get($"users/@me/guilds?before={first}")).Json.GetArrayLength().ShouldBe(0);
        (await Owner.Get("users/@me/guilds?limit=1")).Json[0].GetProperty("owner").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Leave_Guild_IsTold()
    {
        var id = Guild.Id;
        (await Bot.Delete($"users/@me/guilds/{id}")).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Get($"guilds/{id}")).ShouldFail(HttpStatusCode.NotFound, 10004);
        (await Bot.Delete($"users/@me/guilds/{id}")).ShouldFail(HttpStatusCode.NotFound, 10004);
        Events("GUILD_DELETE").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task DirectMessage_ToAMember_IsDelivered()
    {
        var channel = (await Bot.Post("users/@me/channels", new { recipient_id = $"{MemberId}" })).ShouldBe(HttpStatusCode.OK);
        channel["type"].GetInt32().ShouldBe((int)ChannelType.Dm);
        (await Bot.Post("users/@me/channels", new { recipient_id = $"{MemberId}" })).Id.ShouldBe(channel.Id);
        (await Bot.Post($"channels/{channel.Id}/messages", new { content = "psst" })).ShouldBe(HttpStatusCode.OK);
        (await Member.Get($"channels/{channel.Id}/messages")).Json[0].GetProperty("content").GetString().ShouldBe("psst");
        (await Moderator.Get($"channels/{channel.Id}/messages")).ShouldFail(HttpStatusCode.Forbidden, 50001);
        (await Member.Get("users/@me/channels")).Json.GetArrayLength().ShouldBe(1);
        (await Bot.Patch($"channels/{channel.Id}", new { name = "x" })).ShouldFail(HttpStatusCode.Forbidden, 50003);
    }

    [Fact]
    public async Task DirectMessage_ClosedOrUnshared_IsRefusedWithoutBlame()
    {
        var channel = (await Bot.Post("users/@me/channels", new { recipient_id = $"{MemberId}" })).Id;
        (await Member.Patch("users/@me/settings", new { default_guilds_restricted = true })).ShouldBe(HttpStatusCode.OK);
        (await Bot.Post($"channels/{channel}/messages", new { content = "a" })).ShouldFail(HttpStatusCode.Forbidden, 50007);

        (await Member.Patch("users/@me/settings", new { default_guilds_restricted = false })).ShouldBe(HttpStatusCode.OK);
        (await Bot.Post($"channels/{channel}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.OK);

        foreach (var guild in World.Guilds.Of(MemberId).ToList())
            World.Members.Remove(guild, MemberId);
        (await Bot.Post($"channels/{channel}/messages", new { content = "a" })).ShouldFail(HttpStatusCode.Forbidden, 50007);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task DirectMessage_ToNobody_IsRefused()
    {
        (await Bot.Post("users/@me/channels", new { recipient_id = "5" })).ShouldFail(HttpStatusCode.BadRequest, 50033);
        (await Bot.Post("users/@me/channels", new { })).ShouldFailAt("recipient_id", "BASE_TYPE_REQUIRED");
    }

    [Fact]
    public async Task Application_FlagsTell_WhichIntentsAreGranted()
    {
        World.Users.Change(BotId, application => application with { Flags = ApplicationFlags.None });
        (await Bot.Get("applications/@me")).ShouldBe(HttpStatusCode.OK)["flags"].GetInt32().ShouldBe(0);

        var wanted = (int)(ApplicationFlags.GatewayMessageContentLimited | ApplicationFlags.GatewayMessageContent);
        (await Bot.Patch("applications/@me", new { flags = wanted })).ShouldBe(HttpStatusCode.OK)["flags"].GetInt32()
            .ShouldBe((int)ApplicationFlags.GatewayMessageContentLimited);
        (await Bot.Get("oauth2/applications/@me")).ShouldBe(HttpStatusCode.OK);
        (await Member.Get("applications/@me")).ShouldFail(HttpStatusCode.Forbidden, 20002);
    }

    [Fact]
    public async Task Gateway_Addresses_PointHere()
    {
        var expected = $"ws://{Server.Address.Authority}/gateway";
        (await Client(null).Get("gateway")).ShouldBe(HttpStatusCode.OK)["url"].GetString().ShouldBe(expected);
        var bot = (await Bot.Get("gateway/bot")).ShouldBe(HttpStatusCode.OK);
        bot["url"].GetString().ShouldBe(expected);
        bot["session_start_limit"].GetProperty("max_concurrency").GetInt32().ShouldBe(1);
        bot["shards"].ValueKind.ShouldBe(JsonValueKind.Number);
        (await Client(null).Get("gateway/bot")).ShouldFail(HttpStatusCode.Unauthorized, 0);
    }
}
