using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Sandbox.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Clients;

/// <summary>The sandbox is faithful when a library that knows nothing of it takes it for Discord.</summary>
public sealed class DiscordJsTests
{
    private static readonly ulong Member = DemoWorld.People[2].Id;

    [Fact]
    public async Task DiscordJs_Unpatched_LivesThroughADayOfABot()
    {
        var folder = await NodePackages.InstallAsync("discordjs", "client.mjs");
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);
        using var owner = new RestClient(server.Address, server.World.Users.TokenOf(DemoWorld.People[0].Id));
        using var pip = new RestClient(server.Address, server.World.Users.TokenOf(Member));
        var guild = server.World.Guilds.Get(DemoWorld.GuildIds(server.World).First());
        var channel = guild.Channels.Values.Single(one => one.Name == "general").Id;

        await using var bot = NodeClient.Start(Requires.Node(), folder, "client.mjs", new Dictionary<string, string>
        {
            ["SANDBOX_API"] = new Uri(server.Address, "/api").AbsoluteUri,
            ["SANDBOX_TOKEN"] = server.World.Users.TokenOf(DemoWorld.BotId),
        });

        await LogsIn(bot, server);
        await Hears(bot, pip, channel);
        await AnswersACommand(bot, server.World, owner, channel);
        await EditsAndUploads(bot, server.World, pip, channel);
        await Bans(bot, server.World, owner, guild.Id, channel);
        await Resumes(bot, server, owner, channel);

        await Say(owner, channel, "stop");
        await bot.ReadUntilAsync("stopped");
        (await bot.WaitForExitAsync()).ShouldBe(0);
        server.Services.GetRequiredService<SandboxStats>().Violations.ShouldBeEmpty();
    }

    private static async Task LogsIn(NodeClient bot, SandboxServer server)
    {
        var ready = await bot.ReadUntilAsync("ready");
        var first = bot.Seen("READY").ShouldHaveSingleItem();

        first.GetProperty("resume").GetString().ShouldNotBeNull().ShouldStartWith($"ws://{server.Address.Authority}/gateway");
        bot.Seen("GUILD_CREATE").Count().ShouldBe(2);
        ready.GetProperty("user").GetString().ShouldBe($"{DemoWorld.BotId}");
        ready.GetProperty("guilds").GetInt32().ShouldBe(2);
        server.World.Commands.Of(DemoWorld.BotId, null).ShouldHaveSingleItem().Name.ShouldBe("echo");
    }

    private static async Task Hears(NodeClient bot, RestClient person, ulong channel)
    {
        await Say(person, channel, "hello 🌲");
        var heard = await bot.ReadUntilAsync("message");
        heard.GetProperty("content").GetString().ShouldBe("hello 🌲");
        heard.GetProperty("member").GetString().ShouldBe($"{Member}");
    }

    private static async Task AnswersACommand(NodeClient bot, SandboxWorld world, RestClient person, ulong channel)
    {
        var command = world.Commands.Of(DemoWorld.BotId, null).Single();
        await person.Post("interactions", new
        {
            type = 2,
            application_id = $"{DemoWorld.BotId}",
            channel_id = $"{channel}",
            session_id = "s",
            data = new { id = $"{command.Id}", name = command.Name, type = 1, options = new[] { new { type = 3, name = "text", value = "again" } } },
        });

        var answered = await bot.ReadUntilAsync("answered");
        answered.GetProperty("content").GetString().ShouldBe("again!");
        answered.GetProperty("ephemeral").GetBoolean().ShouldBeTrue();
        var answer = world.Messages.List(channel, Member)[0];
        answer.Content.ShouldBe("again!");
        answer.Type.ShouldBe(MessageType.ChatInputCommand);
        world.Messages.List(channel, DemoWorld.People[0].Id)[0].Content.ShouldBe("and more");
    }

    private static async Task EditsAndUploads(NodeClient bot, SandboxWorld world, RestClient person, ulong channel)
    {
        await Say(person, channel, "edit");
        var edited = await bot.ReadUntilAsync("edited");
        edited.GetProperty("content").GetString().ShouldBe("two");
        edited.GetProperty("embeds").GetInt32().ShouldBe(1);
        edited.GetProperty("before").GetString().ShouldBe(edited.GetProperty("id").GetString());
        world.Messages.List(channel, Member)[0].Reactions.ShouldHaveSingleItem().EmojiName.ShouldBe("👍");

        await Say(person, channel, "upload");
        var uploaded = await bot.ReadUntilAsync("uploaded");
        uploaded.GetProperty("name").GetString().ShouldBe("hello.txt");
        uploaded.GetProperty("size").GetInt32().ShouldBe(5);
    }

    private static async Task Bans(NodeClient bot, SandboxWorld world, RestClient owner, ulong guild, ulong channel)
    {
        await Say(owner, channel, $"ban {Member}");
        var banned = await bot.ReadUntilAsync("banned");
        banned.GetProperty("user").GetString().ShouldBe($"{Member}");
        banned.GetProperty("reason").GetString().ShouldBe("raid über 9000");
        world.Guilds.Get(guild).Members.ShouldNotContainKey(Member);
        world.AuditLog.Of(guild).First(entry => entry.Action == AuditAction.MemberBanAdd).Reason.ShouldBe("raid über 9000");
    }

    private static async Task Resumes(NodeClient bot, SandboxServer server, RestClient owner, ulong channel)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        (await http.PostAsJsonAsync("sandbox/faults", new { kind = "drop" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Say(owner, channel, "while you were away");

        await bot.ReadUntilAsync("RESUMED");

        bot.Seen("reconnecting").ShouldHaveSingleItem();
        bot.Seen("READY").ShouldHaveSingleItem();
        await Say(owner, channel, "back again");
        await bot.ReadUntilAsync("message", line => Content(line) == "back again");
        bot.Seen("message").Count(line => Content(line) == "while you were away").ShouldBe(1);
        var stats = server.Services.GetRequiredService<SandboxStats>();
        stats["identifies"].ShouldBe(1);
        stats["resumes"].ShouldBe(1);
    }

    private static string? Content(JsonElement line) => line.GetProperty("content").GetString();

    private static async Task Say(RestClient person, ulong channel, string content) =>
        (await person.Post($"channels/{channel}/messages", new { content })).ShouldBe(System.Net.HttpStatusCode.OK);
}
