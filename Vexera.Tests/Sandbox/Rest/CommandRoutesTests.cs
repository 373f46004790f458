using System.Net;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class CommandRoutesTests : RestTest
{
    private static string Global => $"applications/{BotId}/commands";

    private string InGuild => $"applications/{BotId}/guilds/{Guild.Id}/commands";

    [Fact]
    public async Task Create_NewThenSameName_IsCreatedThenReplaced()
    {
        var first = (await Bot.Post(Global, new { name = "ping", description = "Answers." })).ShouldBe(HttpStatusCode.Created);
        var second = (await Bot.Post(Global, new { name = "ping", description = "Answers fast." })).ShouldBe(HttpStatusCode.OK);

        second.Id.ShouldBe(first.Id);
        second["version"].GetString().ShouldNotBe(first["version"].GetString());
        (await Bot.Get($"{Global}/{first.Id}")).ShouldBe(HttpStatusCode.OK)["description"].GetString().ShouldBe("Answers fast.");
        Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"de":null}""")]
    public async Task Create_NoTranslation_IsCreated(string translations) =>
        (await Bot.Post(Global, $$"""{"name":"ping","description":"d","name_localizations":{{translations}}}""")).ShouldBe(HttpStatusCode.Created);

    [Fact]
    public async Task Overwrite_List_IsWhatIsLeft()
    {
        await Bot.Post(Global, new { name = "old", description = "d" });
        var kept = await Bot.Post(Global, new { name = "kept", description = "d" });

        var all = (await Bot.Put(Global, """
            [{"name":"kept","description":"new","default_member_permissions":"4","contexts":[0],"integration_types":[0]},
             {"name":"fresh","description":"d","description_localizations":{"de":"Frisch"},"options":[{"type":3,"name":"text","description":"d","required":true}]}]
            """)).ShouldBe(HttpStatusCode.OK).Json;

        all.GetArrayLength().ShouldBe(2);
        all[0].GetProperty("id").GetString().ShouldBe($"{kept.Id}");
        all[0].GetProperty("default_member_permissions").GetString().ShouldBe("4");
        (await Bot.Get(Global)).Json.GetArrayLength().ShouldBe(2);
        (await Bot.Get($"{Global}?with_localizations=true")).Json[1].GetProperty("description_localizations").GetProperty("de").GetString().ShouldBe("Frisch");
        (await Bot.Get(Global)).Json[1].GetProperty("description_localizations").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""[{"name":"a","description":"d"},{"name":"a","description":"d"}]""", "1.name", "APPLICATION_COMMANDS_DUPLICATE_NAME")]
    [InlineData("""[{"name":"a","description":"d"},{"name":"B","description":"d"}]""", "1.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":3,"name":"b"}]}]""", "0.options.0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""[5]""", "0", "MODEL_TYPE_CONVERT")]
    [InlineData("""{}""", "", "LIST_TYPE_CONVERT")]
    public async Task Overwrite_Wrong_NamesTheField(string body, string path, string code)
    {
        (await Bot.Put(Global, body)).ShouldFailAt(path, code);
        World.Commands.Of(BotId, null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Edit_Fields_KeepsTheOthers()
    {
        var made = await Bot.Post(Global, new { name = "ping", description = "d", options = new[] { new { type = 5, name = "loud", description = "d" } } });
        var edited = (await Bot.Patch($"{Global}/{made.Id}", new { description = "new" })).ShouldBe(HttpStatusCode.OK);
        edited["name"].GetString().ShouldBe("ping");
        edited["options"].GetArrayLength().ShouldBe(1);
        (await Bot.Patch($"{Global}/{made.Id}", new { name = "Not Allowed" })).ShouldFailAt("name", "APPLICATION_COMMAND_INVALID_NAME");
        (await Bot.Delete($"{Global}/{made.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Get($"{Global}/{made.Id}")).ShouldFail(HttpStatusCode.NotFound, 10063);
    }

    [Fact]
    public async Task Scopes_OfGuildAndOthers_AreApart()
    {
        var made = (await Bot.Post(InGuild, new { name = "local", description = "d" })).ShouldBe(HttpStatusCode.Created);
        made["guild_id"].GetString().ShouldBe($"{Guild.Id}");
        (await Bot.Get(Global)).Json.GetArrayLength().ShouldBe(0);
        (await Bot.Get($"{Global}/{made.Id}")).ShouldFail(HttpStatusCode.NotFound, 10063);
        (await Bot.Get(InGuild)).Json.GetArrayLength().ShouldBe(1);
        (await Bot.Get($"{InGuild}/permissions")).ShouldBe(HttpStatusCode.OK);
        (await Bot.Get($"{InGuild}/{made.Id}/permissions")).ShouldFail(HttpStatusCode.NotFound, 10066);

        var other = World.Users.CreateBot("Other", OwnerId);
        (await Bot.Get($"applications/{other.Id}/commands")).ShouldFail(HttpStatusCode.Forbidden, 20012);
        (await Bot.Get($"applications/{BotId}/guilds/5/commands")).ShouldFail(HttpStatusCode.NotFound, 10004);
        (await Member.Post(Global, new { name = "x", description = "d" })).ShouldFail(HttpStatusCode.Forbidden, 20002);
    }

    [Fact]
    public async Task Create_MoreThanAHundred_IsRefused()
    {
        var many = Enumerable.Range(0, 101).Select(i => new { name = $"c{i}", description = "d" }).ToList();
        (await Bot.Put(Global, many)).ShouldFail(HttpStatusCode.BadRequest, 30032);
        (await Bot.Put(Global, many.Take(100))).ShouldBe(HttpStatusCode.OK);
        (await Bot.Post(Global, many[100])).ShouldFail(HttpStatusCode.BadRequest, 30032);
    }

    [Fact]
    public async Task Menu_OfAPerson_ShowsWhatItMayUse()
    {
        await Bot.Put(Global, """
            [{"name":"ping","description":"d"},{"name":"ban","description":"d","default_member_permissions":"4"},
             {"name":"private","description":"d","contexts":[1]},{"name":"Look up","type":2}]
            """);

        async Task<string[]> Names(Task<RestReply> reply) =>
            [.. (await reply).ShouldBe(HttpStatusCode.OK)["application_commands"].EnumerateArray().Select(c => c.GetProperty("name").GetString()!).Order()];

        (await Names(Member.Get($"guilds/{Guild.Id}/application-command-index"))).ShouldBe(["Look up", "ping"]);
        (await Names(Moderator.Get($"guilds/{Guild.Id}/application-command-index"))).ShouldBe(["Look up", "ban", "ping"], ignoreOrder: true);
        (await Names(Moderator.Get($"channels/{General}/application-commands/search?type=1&query=b"))).ShouldBe(["ban"]);
        (await Names(Member.Get($"channels/{General}/application-commands/search?type=2"))).ShouldBe(["Look up"]);
        (await Member.Get(Global)).Json.GetArrayLength().ShouldBe(4);
        (await Bot.Get($"guilds/{Guild.Id}/application-command-index")).ShouldFail(HttpStatusCode.Forbidden, 20001);
    }
}
