using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Stats;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host;

/// <summary>The real bot under everything that Discord should never send: it goes on, other guilds notice nothing, the log says it once.</summary>
public sealed partial class BadInputTests
{
    [Fact]
    public async Task Bot_MalformedPayloadsAndFrames_GoesOnAndSaysEachOnce()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var (guild, channel) = (bot.Guild.Id, bot.GeneralOf(bot.Guild.Id));
        string[] payloads =
        [
            "null", "[]", "42", "\"text\"", "{}", "{ not JSON", $$"""{"id":null,"guild_id":"{{guild}}","channel_id":"{{channel}}"}""",
            $$"""{"id":"1","guild_id":"{{guild}}","channel_id":"{{channel}}","author":null,"content":"+ping"}""",
            $$"""{"id":"1","guild_id":"{{guild}}","channel_id":"{{channel}}","author":{"id":"x","username":"x"},"content":"+ping"}""",
        ];
        foreach (var name in new[] { "MESSAGE_CREATE", "GUILD_CREATE", "GUILD_UPDATE", "CHANNEL_CREATE", "GUILD_ROLE_UPDATE", "INTERACTION_CREATE", "NO_SUCH_EVENT" })
        {
            foreach (var raw in payloads)
                await bot.ControlAsync("sandbox/faults", new { kind = "dispatch", name, raw });
        }

        string[] frames = ["{", "[]", "null", """{"op":99,"d":null}""", """{"op":"0"}""", """{"op":0,"t":null,"s":null,"d":null}""", """{"op":10,"d":null}"""];
        foreach (var text in frames.Concat(frames))
            await bot.ControlAsync("sandbox/faults", new { kind = "frame", text });
        await bot.PingAsync(guild);
        await bot.PingAsync(bot.World.Guilds.Ids.Last());
        await bot.StopAsync();

        var warnings = BadThing().Matches(bot.Process.Out).Select(match => match.Value).ToList();
        warnings.ShouldBeUnique();
        warnings.ShouldContain("A GUILD_CREATE could not be read");
        warnings.ShouldContain("A MESSAGE_CREATE could not be read");
        warnings.ShouldContain(warning => warning.StartsWith("bad frame"));
        bot.Process.Out.ShouldNotContain(" err ");
        bot.Process.Out.ShouldNotContain("NO_SUCH_EVENT");
    }

    [Fact]
    public async Task Bot_BrokenStreamsAndHugeFrames_GoesOn()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var guild = bot.Guild.Id;

        // Half a frame is what a connection leaves that ends in the middle of one.
        await bot.ControlAsync("sandbox/faults", new { kind = "truncated", text = """{"op":0,"t":"TYPING_START","s":1,"d":{}}""" });
        foreach (var fault in new object[] { new { kind = "drop" }, new { kind = "garbage", text = "no such stream", binary = true } })
        {
            await bot.ControlAsync("sandbox/faults", fault);
            await bot.PingAsync(guild);
        }

        // A frame that no replay can get past costs the session, and no more.
        await bot.ControlAsync("sandbox/faults", new { kind = "oversized", bytes = 34 * 1024 * 1024 });
        using (var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50)))
        {
            while (bot.Server.Services.GetRequiredService<SandboxStats>()["identifies"] < 2)
                await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        await bot.PingAsync(guild);
        await bot.StopAsync();
        bot.SaidIn(guild).Count.ShouldBe(3);
        bot.Process.Out.ShouldNotContain(" err ");
    }

    [Fact]
    public async Task Bot_StrangeButValidInput_IsUnderstood()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var (guild, channel) = (bot.Guild.Id, bot.GeneralOf(bot.Guild.Id));

        // Ids as numbers, and values that this build has never heard of.
        await DispatchAsync("CHANNEL_CREATE", $$"""{"id":7001,"guild_id":{{guild}},"type":99,"name":"new","permission_overwrites":[{"id":{{guild}},"type":9,"allow":"0","deny":"0"}]}""");
        await DispatchAsync("MESSAGE_CREATE", $$"""{"id":7002,"guild_id":{{guild}},"channel_id":{{channel}},"type":99,"author":{"id":{{BotOnSandbox.Owner}},"username":"olive"},"content":"+ping"}""");
        await DispatchAsync("INTERACTION_CREATE", $$"""{"id":7003,"application_id":1,"type":77,"token":"t","guild_id":{{guild}},"channel_id":{{channel}}}""");
        await DispatchAsync("MESSAGE_CREATE", $$"""{"id":7004,"guild_id":{{guild}},"channel_id":{{channel}},"type":0,"author":{"id":{{BotOnSandbox.Owner}},"username":"olive"},"member":{"roles":[]},"content":"+support"}""");
        await bot.UntilAsync(() => bot.SaidIn(guild).Count == 1);
        bot.SaidIn(guild)[0].Content.ShouldContain("SupportUrl");

        // A guild of 10,000 roles.
        var roles = string.Join(',', Enumerable.Range(1, 10_000).Select(i => $$"""{"id":"{{i}}","name":"role {{i}} 🌲","permissions":"{{ulong.MaxValue}}","position":{{i}}}"""));
        var everyone = $$"""{"id":"{{guild}}","name":"@everyone","permissions":"{{ulong.MaxValue}}","position":0}""";
        await DispatchAsync("GUILD_UPDATE", $$"""{"id":"{{guild}}","name":"مرحبا 🌲","owner_id":"{{BotOnSandbox.Owner}}","roles":[{{everyone}},{{roles}}]}""");
        await bot.PingAsync(guild);

        // Emoji, right-to-left, and as long as Discord allows.
        string[] words = ["😀👩‍👩‍👧‍👦", "مرحبا \u202eعالم", "e\u0301\u0301\u0301", string.Concat(Enumerable.Repeat("🌲", 1_990)), "```", "@everyone <@1> `code`"];
        foreach (var word in words)
        {
            var said = bot.SaidIn(guild).Count;
            bot.Say(guild, $"+help {word}");
            await bot.UntilAsync(() => bot.SaidIn(guild).Count > said);
            var answer = bot.SaidIn(guild)[^1];
            answer.Content.Length.ShouldBeLessThan(2_000);
            answer.MentionEveryone.ShouldBeFalse();
            answer.Mentions.ShouldBeEmpty();
        }

        await bot.PingAsync(bot.World.Guilds.Ids.Last());
        await bot.StopAsync();
        bot.Process.Out.ShouldNotContain(" err ");
        bot.Process.Out.ShouldNotContain(" wrn ");

        Task DispatchAsync(string name, string raw) => bot.ControlAsync("sandbox/faults", new { kind = "dispatch", name, raw });
    }

    [GeneratedRegex(@"A [A-Z_]+ could not be read|bad frame \(\w+\)")]
    private static partial Regex BadThing();
}
