using System.Net;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class GuildRoutesTests : RestTest
{
    [Fact]
    public async Task Get_Guild_WithCountsWhenAsked()
    {
        var guild = (await Bot.Get($"guilds/{Guild.Id}?with_counts=true")).ShouldBe(HttpStatusCode.OK);
        guild["approximate_member_count"].GetInt32().ShouldBe(4);
        (await Bot.Get($"guilds/{Guild.Id}")).Json.TryGetProperty("approximate_member_count", out _).ShouldBeFalse();
        (await Bot.Get("guilds/5")).ShouldFail(HttpStatusCode.NotFound, 10004);
        (await Bot.Get($"guilds/{Guild.Id}/preview")).ShouldBe(HttpStatusCode.OK);
        (await Bot.Get($"guilds/{Guild.Id}/emojis")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Edit_Guild_NeedsPermission()
    {
        (await Bot.Patch($"guilds/{Guild.Id}", new { name = "Port" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Owner.Patch($"guilds/{Guild.Id}", new { name = "Port", system_channel_id = $"{ChannelId("playground")}" })).ShouldBe(HttpStatusCode.OK);
        Guild.Name.ShouldBe("Port");
        Guild.SystemChannelId.ShouldBe(ChannelId("playground"));
        (await Owner.Patch($"guilds/{Guild.Id}", new { name = "x" })).ShouldFailAt("name", "BASE_TYPE_BAD_LENGTH");
        Events("GUILD_UPDATE").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Roles_CreateEditDelete_FollowTheHierarchy()
    {
        var roles = $"guilds/{Guild.Id}/roles";
        var made = (await Bot.Post(roles, new { name = "Helpers", color = 255, hoist = true, permissions = $"{(ulong)Permission.KickMembers}" })).ShouldBe(HttpStatusCode.OK);
        made["permissions"].GetString().ShouldBe($"{(ulong)Permission.KickMembers}");
        (await Bot.Patch($"{roles}/{made.Id}", new { name = "Hands" })).ShouldBe(HttpStatusCode.OK)["name"].GetString().ShouldBe("Hands");
        (await Bot.Get($"{roles}/{made.Id}")).ShouldBe(HttpStatusCode.OK);
        (await Bot.Delete($"{roles}/{made.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Delete($"{roles}/{made.Id}")).ShouldFail(HttpStatusCode.NotFound, 10011);

        (await Bot.Post(roles, new { permissions = $"{(ulong)Permission.Administrator}" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Patch($"{roles}/{RoleId("Vexera")}", new { name = "x" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Owner.Delete($"{roles}/{RoleId("Vexera")}")).ShouldFail(HttpStatusCode.BadRequest, 50028);
        (await Member.Post(roles, new { name = "x" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Post(roles, new { name = "x", icon = "data:image/png;base64,AAAA" })).ShouldFail(HttpStatusCode.BadRequest, 50101);
    }

    [Fact]
    public async Task Roles_Reorder_MovesWhatIsBelow()
    {
        var roles = $"guilds/{Guild.Id}/roles";
        (await Bot.Patch(roles, new[] { new { id = $"{RoleId("Member")}", position = 2 }, new { id = $"{RoleId("Moderator")}", position = 1 } })).ShouldBe(HttpStatusCode.OK);
        Guild.Roles[RoleId("Member")].Position.ShouldBe(2);
        (await Bot.Patch(roles, new[] { new { id = $"{RoleId("Member")}", position = 5 } })).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }

    [Fact]
    public async Task AuditLog_Filters_Apply()
    {
        await Bot.Send(HttpMethod.Patch, $"channels/{General}", RestClient.Raw("""{"topic":"a"}"""), "first");
        await Owner.Patch($"channels/{General}", new { topic = "b" });
        await Bot.Delete($"guilds/{Guild.Id}/members/{MemberId}");

        var log = $"guilds/{Guild.Id}/audit-logs";
        var all = (await Bot.Get(log)).ShouldBe(HttpStatusCode.OK)["audit_log_entries"];
        all.GetArrayLength().ShouldBe(3);
        all[2].GetProperty("reason").GetString().ShouldBe("first");
        (await Bot.Get($"{log}?user_id={OwnerId}"))["audit_log_entries"].GetArrayLength().ShouldBe(1);
        (await Bot.Get($"{log}?action_type=20"))["audit_log_entries"][0].GetProperty("target_id").GetString().ShouldBe($"{MemberId}");
        (await Bot.Get($"{log}?limit=1&before={all[0].GetProperty("id").GetString()}"))["audit_log_entries"][0].GetProperty("id").GetString().ShouldBe(all[1].GetProperty("id").GetString());
        (await Bot.Get($"{log}?limit=1&after={all[2].GetProperty("id").GetString()}"))["audit_log_entries"][0].GetProperty("id").GetString().ShouldBe(all[1].GetProperty("id").GetString());
        (await Moderator.Get(log)).ShouldBe(HttpStatusCode.OK);
        (await Member.Get(log)).ShouldFail(HttpStatusCode.Forbidden, 50001);
        GrantBot(Permission.ViewChannel);
        (await Bot.Get(log)).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }
}
