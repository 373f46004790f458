using System.Net;
using System.Text.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest.Interactions;

public sealed class CommandTests : InteractionTest
{
    [Fact]
    public async Task Use_Command_TellsTheBot()
    {
        var command = await Register(new
        {
            name = "ban",
            description = "d",
            options = new object[]
            {
                new { type = 6, name = "user", description = "d", required = true },
                new { type = 3, name = "reason", description = "d", max_length = 10 },
                new { type = 4, name = "days", description = "d", min_value = 0, max_value = 7 },
                new { type = 7, name = "where", description = "d" },
                new { type = 8, name = "role", description = "d" },
                new { type = 5, name = "loud", description = "d" },
            },
        });

        (await Use(Moderator, command, new object[]
        {
            new { type = 6, name = "user", value = $"{MemberId}" },
            new { type = 3, name = "reason", value = "spam" },
            new { type = 4, name = "days", value = 3 },
            new { type = 7, name = "where", value = $"{General}" },
            new { type = 8, name = "role", value = $"{RoleId("Member")}" },
            new { type = 5, name = "loud", value = true },
        })).ShouldBe(HttpStatusCode.NoContent);

        var told = LastTold.Data;
        told.GetProperty("type").GetInt32().ShouldBe(2);
        told.GetProperty("member").GetProperty("user").GetProperty("id").GetString().ShouldBe($"{ModeratorId}");
        told.GetProperty("guild_id").GetString().ShouldBe($"{Guild.Id}");
        var data = told.GetProperty("data");
        data.GetProperty("name").GetString().ShouldBe("ban");
        data.GetProperty("options")[2].GetProperty("value").GetInt32().ShouldBe(3);
        var resolved = data.GetProperty("resolved");
        resolved.GetProperty("users").GetProperty($"{MemberId}").GetProperty("username").GetString().ShouldBe("pip");
        resolved.GetProperty("members").GetProperty($"{MemberId}").GetProperty("permissions").ValueKind.ShouldBe(JsonValueKind.String);
        resolved.GetProperty("channels").GetProperty($"{General}").GetProperty("name").GetString().ShouldBe("general");
        resolved.GetProperty("roles").GetProperty($"{RoleId("Member")}").GetProperty("name").GetString().ShouldBe("Member");
    }

    [Theory]
    [InlineData("""[]""", "data.options.n", "BASE_TYPE_REQUIRED")]
    [InlineData("""[{"name":"n","type":4,"value":8}]""", "data.options.0.value", "NUMBER_TYPE_MAX")]
    [InlineData("""[{"name":"n","type":4,"value":"x"}]""", "data.options.0.value", "NUMBER_TYPE_COERCE")]
    [InlineData("""[{"name":"n","type":4,"value":1},{"name":"s","type":3,"value":"toolong"}]""", "data.options.1.value", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""[{"name":"n","type":4,"value":1},{"name":"c","type":3,"value":"z"}]""", "data.options.1.value", "BASE_TYPE_CHOICES")]
    [InlineData("""[{"name":"n","type":4,"value":1},{"name":"u","type":6,"value":"5"}]""", "data.options.1.value", "APPLICATION_COMMAND_OPTION_VALUE_INVALID")]
    [InlineData("""[{"name":"n","type":4,"value":1},{"name":"zz","type":3,"value":"z"}]""", "data.options.1.name", "BASE_TYPE_CHOICES")]
    public async Task Use_WrongOptions_IsRefused(string options, string path, string code)
    {
        var command = await Register("""
            {"name":"x","description":"d","options":[
              {"type":4,"name":"n","description":"d","required":true,"max_value":7},
              {"type":3,"name":"s","description":"d","max_length":5},
              {"type":3,"name":"c","description":"d","choices":[{"name":"A","value":"a"}]},
              {"type":6,"name":"u","description":"d"}]}
            """);
        (await Use(Member, command, JsonDocument.Parse(options).RootElement)).ShouldFailAt(path, code);
        Events("INTERACTION_CREATE").ShouldBeEmpty();
    }

    [Fact]
    public async Task Use_Subcommands_Nest()
    {
        var command = await Register("""
            {"name":"perms","description":"d","options":[{"type":2,"name":"role","description":"d","options":[
              {"type":1,"name":"add","description":"d","options":[{"type":3,"name":"node","description":"d","required":true}]}]}]}
            """);
        object Add(object? options) => new[] { new { name = "role", type = 2, options = new[] { new { name = "add", type = 1, options } } } };

        (await Use(Member, command, Add(new[] { new { name = "node", type = 3, value = "music.*" } }))).ShouldBe(HttpStatusCode.NoContent);
        LastTold.Options[0].GetProperty("options")[0].GetProperty("options")[0].GetProperty("value").GetString().ShouldBe("music.*");
        (await Use(Member, command)).ShouldFailAt("data.options", "BASE_TYPE_BAD_LENGTH");
        (await Use(Member, command, Add(null))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Use_WithoutPermission_IsRefused()
    {
        var ban = await Register(new { name = "ban", description = "d", default_member_permissions = "4" });
        (await Use(Member, ban)).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Use(Moderator, ban)).ShouldBe(HttpStatusCode.NoContent);
        (await Use(Member, ban, channel: ChannelId("moderators"))).ShouldFail(HttpStatusCode.Forbidden, 50001);
        (await Use(Member, 5)).ShouldFail(HttpStatusCode.NotFound, 10063);
        World.Channels.SetOverwrite(General, new Overwrite(ModeratorId, OverwriteType.Member, 0, Permission.UseApplicationCommands), new Actor(OwnerId));
        (await Use(Moderator, ban)).ShouldFail(HttpStatusCode.Forbidden, 50013);
    }

    [Fact]
    public async Task Use_MenuCommands_HaveATarget()
    {
        var user = await Register(new { name = "Look up", type = 2 });
        (await Send(Member, 2, new { id = $"{user}", target_id = $"{OwnerId}" })).ShouldBe(HttpStatusCode.NoContent);
        LastTold.Data.GetProperty("data").GetProperty("resolved").GetProperty("members").TryGetProperty($"{OwnerId}", out _).ShouldBeTrue();

        var message = await Register(new { name = "Report", type = 3 });
        var said = await Owner.Post($"channels/{General}/messages", new { content = "bad" });
        (await Send(Member, 2, new { id = $"{message}", target_id = $"{said.Id}" })).ShouldBe(HttpStatusCode.NoContent);
        LastTold.Data.GetProperty("data").GetProperty("resolved").GetProperty("messages").GetProperty($"{said.Id}").GetProperty("content").GetString().ShouldBe("bad");
        (await Send(Member, 2, new { id = $"{message}", target_id = "5" })).ShouldFailAt("data.target_id", "NUMBER_TYPE_COERCE");
    }

    [Fact]
    public async Task Use_InADirectConversation_HasAUserAndNoMember()
    {
        var command = await Register(new { name = "ping", description = "d" });
        var channel = (await Bot.Post("users/@me/channels", new { recipient_id = $"{MemberId}" })).Id;
        (await Use(Member, command, channel: channel)).ShouldBe(HttpStatusCode.NoContent);
        LastTold.Data.GetProperty("user").GetProperty("id").GetString().ShouldBe($"{MemberId}");
        LastTold.Data.TryGetProperty("member", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Autocomplete_Suggestions_ReachThePerson()
    {
        var command = await Register(new { name = "tag", description = "d", options = new[] { new { type = 3, name = "name", description = "d", required = true, autocomplete = true } } });
        (await Use(Member, command, new[] { new { type = 3, name = "name", value = "ru", focused = true } }, type: 4, nonce: "7")).ShouldBe(HttpStatusCode.NoContent);
        LastTold.Options[0].GetProperty("focused").GetBoolean().ShouldBeTrue();

        (await Answer(LastTold, new { type = 4, data = new { content = "no" } })).ShouldFailAt("type", "BASE_TYPE_CHOICES");
        (await Answer(LastTold, new { type = 8, data = new { choices = new[] { new { name = "Rules", value = "rules" } } } })).ShouldBe(HttpStatusCode.NoContent);

        var suggestions = Events("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE").ShouldHaveSingleItem();
        suggestions.GetProperty("choices")[0].GetProperty("value").GetString().ShouldBe("rules");
        suggestions.GetProperty("nonce").GetString().ShouldBe("7");
    }

    [Fact]
    public async Task Use_ByABot_IsRefused() => (await Send(Bot, 2, new { id = "5" })).ShouldFail(HttpStatusCode.Forbidden, 20001);
}
