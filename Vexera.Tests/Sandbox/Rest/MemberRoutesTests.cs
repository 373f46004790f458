using System.Net;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class MemberRoutesTests : RestTest
{
    private string Members => $"guilds/{Guild.Id}/members";

    [Fact]
    public async Task Get_Member_OrWhatIsUnknown()
    {
        (await Bot.Get($"{Members}/{MemberId}")).ShouldBe(HttpStatusCode.OK)["user"].GetProperty("id").GetString().ShouldBe($"{MemberId}");
        World.Members.Remove(Guild.Id, MemberId);
        (await Bot.Get($"{Members}/{MemberId}")).ShouldFail(HttpStatusCode.NotFound, 10007);
        (await Bot.Get($"{Members}/5")).ShouldFail(HttpStatusCode.NotFound, 10013);
        (await Bot.Get($"guilds/5/members/{MemberId}")).ShouldFail(HttpStatusCode.NotFound, 10004);
        (await Member.Get($"{Members}/{BotId}")).ShouldFail(HttpStatusCode.Forbidden, 50001);
    }

    [Fact]
    public async Task List_Pages_AndNeedsTheIntent()
    {
        var first = (await Bot.Get($"{Members}?limit=2")).ShouldBe(HttpStatusCode.OK).Json;
        var last = first[1].GetProperty("user").GetProperty("id").GetString();
        (await Bot.Get($"{Members}?limit=1000&after={last}")).Json.GetArrayLength().ShouldBe(2);
        (await Bot.Get($"{Members}/search?query=pi&limit=5")).Json[0].GetProperty("user").GetProperty("username").GetString().ShouldBe("pip");
        (await Bot.Get($"{Members}?limit=1001")).ShouldFailAt("limit", "NUMBER_TYPE_MAX");

        World.Users.Change(BotId, application => application with { Flags = ApplicationFlags.GatewayMessageContent });
        (await Bot.Get(Members)).ShouldFail(HttpStatusCode.Forbidden, 50001);
    }

    [Fact]
    public async Task Edit_Timeout_SilencesUntilItEnds()
    {
        var until = Clock.GetUtcNow().AddMinutes(10);
        var after = (await Bot.Patch($"{Members}/{MemberId}", new { communication_disabled_until = until })).ShouldBe(HttpStatusCode.OK);

        after["communication_disabled_until"].GetDateTimeOffset().ShouldBe(until);
        (await Member.Post($"channels/{General}/messages", new { content = "a" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        Clock.Advance(TimeSpan.FromMinutes(10));
        (await Member.Post($"channels/{General}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.OK);
        LastAudit.Action.ShouldBe(AuditAction.MemberUpdate);
    }

    [Theory]
    [InlineData(28 * 24 * 60, true)]
    [InlineData(28 * 24 * 60 + 1, false)]
    public async Task Edit_Timeout_IsAtMostTwentyEightDays(int minutes, bool accepted)
    {
        var reply = await Bot.Patch($"{Members}/{MemberId}", new { communication_disabled_until = Clock.GetUtcNow().AddMinutes(minutes) });
        if (accepted)
            reply.ShouldBe(HttpStatusCode.OK);
        else
            reply.ShouldFailAt("communication_disabled_until", "GUILD_MEMBER_COMMUNICATION_DISABLED_UNTIL_MAX");
        Violations.Count().ShouldBe(accepted ? 0 : 1);
    }

    [Fact]
    public async Task Edit_TimeoutOfOwnerHigherOrAdministrator_IsRefused()
    {
        var body = new { communication_disabled_until = Clock.GetUtcNow().AddMinutes(10) };
        (await Bot.Patch($"{Members}/{OwnerId}", body)).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Moderator.Patch($"{Members}/{BotId}", body)).ShouldFail(HttpStatusCode.Forbidden, 50013);
        World.Roles.Update(Guild.Id, RoleId("Member"), new Actor(OwnerId), role => role with { Permissions = Permission.Administrator });
        (await Bot.Patch($"{Members}/{MemberId}", body)).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }

    [Fact]
    public async Task Edit_NickAndRoles_FollowTheHierarchy()
    {
        (await Bot.Patch($"{Members}/{MemberId}", new { nick = "Pipsqueak" })).ShouldBe(HttpStatusCode.OK)["nick"].GetString().ShouldBe("Pipsqueak");
        (await Bot.Patch($"{Members}/{OwnerId}", new { nick = "x" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Patch($"{Members}/{MemberId}", new { nick = new string('n', 33) })).ShouldFailAt("nick", "BASE_TYPE_MAX_LENGTH");

        var both = new[] { $"{RoleId("Member")}", $"{RoleId("Moderator")}" };
        (await Bot.Patch($"{Members}/{MemberId}", new { roles = both })).ShouldBe(HttpStatusCode.OK)["roles"].GetArrayLength().ShouldBe(2);
        (await Bot.Patch($"{Members}/{MemberId}", new { roles = new[] { $"{RoleId("Vexera")}" } })).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Patch($"{Members}/{MemberId}", """{"roles":["5"]}""")).ShouldFail(HttpStatusCode.NotFound, 10011);
        (await Bot.Patch($"{Members}/@me", new { nick = "V" })).ShouldBe(HttpStatusCode.OK)["nick"].GetString().ShouldBe("V");
    }

    [Fact]
    public async Task Edit_Voice_MovesAndDisconnects()
    {
        var lounge = ChannelId("Lounge");
        (await Bot.Patch($"{Members}/{MemberId}", new { channel_id = (string?)null })).ShouldFail(HttpStatusCode.BadRequest, 40032);
        World.VoiceStates.Set(Guild.Id, MemberId, lounge);
        (await Bot.Patch($"{Members}/{MemberId}", new { channel_id = $"{General}" })).ShouldFail(HttpStatusCode.BadRequest, 50024);
        (await Bot.Patch($"{Members}/{MemberId}", new { channel_id = (string?)null })).ShouldBe(HttpStatusCode.OK);
        Guild.VoiceStates.ShouldBeEmpty();
    }

    [Fact]
    public async Task Roles_GiveAndTake_FollowTheHierarchy()
    {
        var path = $"{Members}/{MemberId}/roles/{RoleId("Moderator")}";
        (await Bot.Put(path)).ShouldBe(HttpStatusCode.NoContent);
        Guild.Members[MemberId].Roles.ShouldContain(RoleId("Moderator"));
        (await Bot.Delete(path)).ShouldBe(HttpStatusCode.NoContent);
        Guild.Members[MemberId].Roles.ShouldNotContain(RoleId("Moderator"));
        (await Bot.Put($"{Members}/{MemberId}/roles/{RoleId("Vexera")}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Put($"{Members}/{MemberId}/roles/5")).ShouldFail(HttpStatusCode.NotFound, 10011);
        (await Moderator.Put(path)).ShouldFail(HttpStatusCode.Forbidden, 50013);
        Violations.ShouldBe(["permission"]);
    }

    [Fact]
    public async Task Kick_Below_RemovesAndLogs()
    {
        (await Bot.Send(HttpMethod.Delete, $"{Members}/{MemberId}", null, "spam")).ShouldBe(HttpStatusCode.NoContent);
        Guild.Members.ShouldNotContainKey(MemberId);
        LastAudit.ShouldBe(LastAudit with { Action = AuditAction.MemberKick, TargetId = MemberId, UserId = BotId, Reason = "spam" });
        Events("GUILD_MEMBER_REMOVE").ShouldHaveSingleItem();
        (await Bot.Delete($"{Members}/{MemberId}")).ShouldFail(HttpStatusCode.NotFound, 10007);
        (await Bot.Delete($"{Members}/{OwnerId}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Moderator.Delete($"{Members}/{BotId}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }

    [Fact]
    public async Task Prune_Count_CountsMembersWithoutRoles()
    {
        (await Owner.Get($"guilds/{Guild.Id}/prune?days=7")).ShouldBe(HttpStatusCode.OK)["pruned"].GetInt32().ShouldBe(0);
        (await Owner.Get($"guilds/{Guild.Id}/prune?days=7&include_roles={RoleId("Member")}"))["pruned"].GetInt32().ShouldBe(1);
        (await Bot.Get($"guilds/{Guild.Id}/prune")).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }
}
