using System.Net;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class BanRoutesTests : RestTest
{
    private string Bans => $"guilds/{Guild.Id}/bans";

    [Fact]
    public async Task Ban_Member_RemovesDeletesAndLogs()
    {
        await Member.Post($"channels/{General}/messages", new { content = "old" });
        Clock.Advance(TimeSpan.FromHours(2));
        await Member.Post($"channels/{General}/messages", new { content = "recent" });

        (await Bot.Send(HttpMethod.Put, $"{Bans}/{MemberId}", RestClient.Raw("""{"delete_message_seconds":3600}"""), "raid")).ShouldBe(HttpStatusCode.NoContent);

        Guild.Members.ShouldNotContainKey(MemberId);
        World.Messages.List(General, BotId).ShouldHaveSingleItem().Content.ShouldBe("old");
        (await Bot.Get($"{Bans}/{MemberId}")).ShouldBe(HttpStatusCode.OK)["reason"].GetString().ShouldBe("raid");
        (await Bot.Get(Bans)).Json.GetArrayLength().ShouldBe(1);
        LastAudit.ShouldBe(LastAudit with { Action = AuditAction.MemberBanAdd, TargetId = MemberId, Reason = "raid" });
        Events("GUILD_BAN_ADD").ShouldHaveSingleItem();
        (await Bot.Put($"{Bans}/{MemberId}", new { })).ShouldBe(HttpStatusCode.NoContent);
        Events("GUILD_BAN_ADD").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ban_ByIdOfAStranger_Works()
    {
        var stranger = World.Users.Create("stranger");
        (await Bot.Put($"{Bans}/{stranger.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Put($"{Bans}/5")).ShouldFail(HttpStatusCode.NotFound, 10013);
    }

    [Fact]
    public async Task Ban_AboveOrWithoutPermission_IsRefused()
    {
        (await Bot.Put($"{Bans}/{OwnerId}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Member.Put($"{Bans}/{ModeratorId}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        GrantBot(Permission.ViewChannel);
        (await Bot.Put($"{Bans}/{MemberId}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        Violations.ShouldBe(["permission", "permission"]);
    }

    [Theory]
    [InlineData("""{"delete_message_seconds":604801}""", "delete_message_seconds")]
    [InlineData("""{"delete_message_days":8}""", "delete_message_days")]
    public async Task Ban_DeletingTooMuch_IsRefused(string body, string path) =>
        (await Bot.Put($"{Bans}/{MemberId}", body)).ShouldFailAt(path, "NUMBER_TYPE_MAX");

    [Fact]
    public async Task Unban_Known_LetsBack()
    {
        await Bot.Put($"{Bans}/{MemberId}");
        (await Bot.Delete($"{Bans}/{MemberId}")).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Delete($"{Bans}/{MemberId}")).ShouldFail(HttpStatusCode.NotFound, 10026);
        (await Bot.Get($"{Bans}/{MemberId}")).ShouldFail(HttpStatusCode.NotFound, 10026);
        Events("GUILD_BAN_REMOVE").ShouldHaveSingleItem();
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task BulkBan_BansWhomItMay()
    {
        (await Owner.Post($"guilds/{Guild.Id}/bulk-ban", new { user_ids = new[] { $"{MemberId}", $"{OwnerId}", "5" } })).ShouldBe(HttpStatusCode.OK)
            ["failed_users"].GetArrayLength().ShouldBe(2);
        (await Owner.Post($"guilds/{Guild.Id}/bulk-ban", new { user_ids = new[] { $"{MemberId}" } })).ShouldFail(HttpStatusCode.BadRequest, 500000);
        (await Bot.Post($"guilds/{Guild.Id}/bulk-ban", new { user_ids = new[] { $"{MemberId}" } })).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }
}
