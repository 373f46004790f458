using System.Text.Json;
using System.Text.RegularExpressions;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Logging;

/// <summary>A whole conversation with everything logged and failures on purpose: console and file hold no secret.</summary>
public sealed partial class LogSecretsTests
{
    private const string AdminKey = "correct-horse-battery-staple";

    private static readonly (string Name, string Value)[] Everything =
    [
        ("NLog__variables__consoleLevel", "Trace"),
        ("NLog__variables__fileLevel", "Trace"),
        ("NLog__rules__0__finalMinLevel", "Trace"),
        ("NLog__rules__1__finalMinLevel", "Trace"),
        ("Dashboard__AdminKey", AdminKey),
        ("Dashboard__Urls", "http://127.0.0.1:0"),
        ("Rest__MaxAttempts", "2"),
    ];

    [Fact]
    public async Task Bot_TalksAndFailsAtTraceLevel_WritesNoSecretAndTheErrorIdItShowed()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var news = bot.Guild.Channels.Values.Single(channel => channel.Type == ChannelType.Announcement).Id;
        await bot.StartAsync([.. Everything, ("Modules__Announcements__ChannelId", $"{news}"), ("Commands__Owners__0", $"{BotOnSandbox.Owner}")]);
        await bot.PingAsync(bot.Guild.Id);

        // A person who is no owner: Discord is asked who is, and fails.
        await FailAsync(bot, "GET /applications/@me", status: 500);
        var errorId = ErrorId().Match(await AskAsync(bot, "+shards", DemoWorld.People[2].Id)).Groups[1].Value;
        List<Interaction> interactions = [];
        await FailAsync(bot, "/callback", status: 500);
        interactions.Add(Slash(bot));
        await bot.ControlAsync("sandbox/faults", new { kind = "rest", route = "/callback", drop = true, count = 2 });
        interactions.Add(Slash(bot));
        await FailAsync(bot, "/callback", status: 404);
        interactions.Add(Slash(bot));
        await FailAsync(bot, "POST /channels/{channel_id}/messages", status: 502, count: 1);
        await AskAsync(bot, "+announce Hello");
        interactions.Add(Slash(bot));
        await bot.ControlAsync("sandbox/faults", new { kind = "close", code = 4000 });
        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();

        var log = await File.ReadAllTextAsync(bot.File("logs/vexera.log"), TestContext.Current.CancellationToken);
        var console = bot.Process.Out + bot.Process.Error;
        foreach (var written in new[] { log, console })
        {
            written.ShouldContain("POST /channels/{channel}/messages: OK after");
            written.ShouldContain("POST /interactions/{interaction}/{token}/callback");
        }

        string[] secrets = [bot.World.Users.TokenOf(DemoWorld.BotId), AdminKey, .. interactions.Select(interaction => interaction.Token)];
        foreach (var secret in secrets)
        {
            log.Contains(secret, StringComparison.Ordinal).ShouldBeFalse("a secret is in the file");
            console.Contains(secret, StringComparison.Ordinal).ShouldBeFalse("a secret is on the console");
        }

        errorId.Length.ShouldBe(6);
        log.ShouldContain($"error id {errorId}");
        log[log.IndexOf($"error id {errorId}", StringComparison.Ordinal)..].Split('\n')[1].ShouldContain("Exception");
    }

    private static Task FailAsync(BotOnSandbox bot, string route, int status, int count = 2) =>
        bot.ControlAsync("sandbox/faults", new { kind = "rest", route, status, count });

    private static Interaction Slash(BotOnSandbox bot) => bot.World.Interactions.Create(
        DemoWorld.BotId,
        InteractionType.ApplicationCommand,
        bot.GeneralOf(bot.Guild.Id),
        BotOnSandbox.Owner,
        JsonDocument.Parse("""{"id":"1","name":"ping","type":1,"options":[]}""").RootElement);

    private static async Task<string> AskAsync(BotOnSandbox bot, string line, ulong? person = null)
    {
        var before = bot.SaidIn(bot.Guild.Id).Count;
        bot.Say(bot.Guild.Id, line, person);
        await bot.UntilAsync(() => bot.SaidIn(bot.Guild.Id).Count > before);
        return bot.SaidIn(bot.Guild.Id)[^1].Content;
    }

    [GeneratedRegex(@"error id \*\*(\w+)\*\*")]
    private static partial Regex ErrorId();
}
