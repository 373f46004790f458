using System.Net;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class WebhookRoutesTests : RestTest
{
    [Fact]
    public async Task Webhook_CreateEditDelete_NeedsPermission()
    {
        var hook = (await Bot.Post($"channels/{General}/webhooks", new { name = "News" })).ShouldBe(HttpStatusCode.OK);
        (await Bot.Get($"channels/{General}/webhooks")).Json.GetArrayLength().ShouldBe(1);
        (await Bot.Get($"guilds/{Guild.Id}/webhooks")).Json.GetArrayLength().ShouldBe(1);
        (await Bot.Patch($"webhooks/{hook.Id}", new { name = "Flash" })).ShouldBe(HttpStatusCode.OK)["name"].GetString().ShouldBe("Flash");
        (await Member.Get($"webhooks/{hook.Id}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Bot.Delete($"webhooks/{hook.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Get($"webhooks/{hook.Id}")).ShouldFail(HttpStatusCode.NotFound, 10015);
        (await Bot.Post($"channels/{General}/webhooks", new { name = "Discord news" })).ShouldFailAt("name", "USERNAME_INVALID_CONTAINS");
    }

    [Fact]
    public async Task Execute_ByToken_SpeaksWithoutAuthorization()
    {
        var hook = await Bot.Post($"channels/{General}/webhooks", new { name = "News" });
        var nobody = Client(null);
        var path = $"webhooks/{hook.Id}/{hook["token"].GetString()}";

        (await nobody.Post(path, new { content = "silent" })).ShouldBe(HttpStatusCode.NoContent);
        var said = (await nobody.Post($"{path}?wait=true", new { content = "loud", username = "Herald" })).ShouldBe(HttpStatusCode.OK);
        said["author"].GetProperty("username").GetString().ShouldBe("Herald");
        said["webhook_id"].GetString().ShouldBe($"{hook.Id}");
        (await nobody.Get($"{path}/messages/{said.Id}")).ShouldBe(HttpStatusCode.OK);
        (await nobody.Patch($"{path}/messages/{said.Id}", new { content = "louder" })).ShouldBe(HttpStatusCode.OK)["content"].GetString().ShouldBe("louder");
        (await nobody.Delete($"{path}/messages/{said.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await nobody.Get($"{path}/messages/{said.Id}")).ShouldFail(HttpStatusCode.NotFound, 10008);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Execute_WrongTokenOrGone_IsRefused()
    {
        var hook = await Bot.Post($"channels/{General}/webhooks", new { name = "News" });
        (await Client(null).Post($"webhooks/{hook.Id}/wrong", new { content = "a" })).ShouldFail(HttpStatusCode.Unauthorized, 50027);
        (await Client(null).Post("webhooks/5/wrong", new { content = "a" })).ShouldFail(HttpStatusCode.NotFound, 10015);
        (await Client(null).Post($"webhooks/{hook.Id}/{hook["token"].GetString()}", new { content = "" })).ShouldFail(HttpStatusCode.BadRequest, 50006);
        (await Client(null).Get($"webhooks/{hook.Id}/{hook["token"].GetString()}")).ShouldBe(HttpStatusCode.OK);
        (await Client(null).Delete($"webhooks/{hook.Id}/{hook["token"].GetString()}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Crosspost_Announcement_ReachesFollowersAndItsEditsToo()
    {
        var source = ChannelId("announcements");
        var target = ChannelId("playground");
        (await Bot.Post($"channels/{source}/followers", new { webhook_channel_id = $"{target}" })).ShouldBe(HttpStatusCode.OK)["channel_id"].GetString().ShouldBe($"{source}");
        var said = await Bot.Post($"channels/{source}/messages", new { content = "Down for an hour." });

        (await Bot.Post($"channels/{source}/messages/{said.Id}/crosspost")).ShouldBe(HttpStatusCode.OK)["flags"].GetInt32().ShouldBe((int)MessageFlags.Crossposted);

        var copy = World.Messages.List(target, BotId)[0];
        copy.Content.ShouldBe("Down for an hour.");
        copy.Flags.ShouldBe(MessageFlags.IsCrosspost);
        copy.Reference!.MessageId.ShouldBe(said.Id);
        await Bot.Patch($"channels/{source}/messages/{said.Id}", new { content = "Resolved." });
        World.Messages.List(target, BotId)[0].Content.ShouldBe("Resolved.");
        (await Bot.Post($"channels/{source}/messages/{said.Id}/crosspost")).ShouldFail(HttpStatusCode.BadRequest, 40033);
        await Bot.Delete($"channels/{source}/messages/{said.Id}");
        World.Messages.List(target, BotId)[0].Flags.HasFlag(MessageFlags.SourceMessageDeleted).ShouldBeTrue();
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Crosspost_ElevenInAnHour_IsLimited()
    {
        var source = ChannelId("announcements");
        for (var i = 0; i < 11; i++)
        {
            var said = World.Messages.Create(source, World.Users.Get(BotId), new MessageDraft { Content = "a" });
            (await Bot.Post($"channels/{source}/messages/{said.Id}/crosspost")).ShouldBe(i < 10 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Crosspost_InAnotherKindOfChannel_IsRefused()
    {
        var said = await Bot.Post($"channels/{General}/messages", new { content = "a" });
        (await Bot.Post($"channels/{General}/messages/{said.Id}/crosspost")).ShouldFail(HttpStatusCode.BadRequest, 50024);
        (await Bot.Post($"channels/{General}/followers", new { webhook_channel_id = $"{General}" })).ShouldFail(HttpStatusCode.BadRequest, 50024);
        GrantBot(Permission.ViewChannel);
        (await Bot.Post($"channels/{ChannelId("announcements")}/followers", new { webhook_channel_id = $"{General}" })).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }
}
