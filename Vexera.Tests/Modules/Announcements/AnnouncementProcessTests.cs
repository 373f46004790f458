using Dapper;
using Microsoft.Data.Sqlite;
using Vexera.Host.Cli;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Announcements;

/// <summary>The real bot on the sandbox: followers see the incident and its edits; the bot is killed at the worst moments.</summary>
public sealed class AnnouncementProcessTests
{
    [Fact]
    public async Task Incident_FollowedByAnotherServer_IsSeenThereWithItsEdits()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var (news, follower) = Follow(bot);
        await StartAsync(bot, news);

        (await AskAsync(bot, "+status open Slow answers.")).ShouldBe($"Posted in <#{news}> and published to the servers that follow it.");
        Copies(bot, follower).ShouldHaveSingleItem().Content.ShouldContain("Slow answers.");
        (await AskAsync(bot, "+status update Found it.")).ShouldBe($"The message in <#{news}> is changed, in the servers that follow too.");
        Copies(bot, follower).ShouldHaveSingleItem().Content.ShouldContain("Found it.");
        await AskAsync(bot, "+status resolve");
        await bot.StopAsync();

        Copies(bot, follower).ShouldHaveSingleItem().Content.ShouldStartWith("✅ **Incident**");
        var message = Posted(bot, news).ShouldHaveSingleItem();
        message.Flags.ShouldBe(MessageFlags.Crossposted);
        message.Content.ShouldBe(Copies(bot, follower)[0].Content);
    }

    [Fact]
    public async Task CommandLine_WhileTheBotRuns_HasTheBotDoIt()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var (news, follower) = Follow(bot);
        await StartAsync(bot, news);

        var (exitCode, output, error) = await RunAsync(bot, "announce", "Maintenance on Sunday");
        var open = await RunAsync(bot, "announce", "--incident", "open", "Slow answers.");
        var again = await RunAsync(bot, "announce", "--incident", "open", "Slow answers.");
        await bot.StopAsync();

        exitCode.ShouldBe(0, error);
        output.ShouldBe($"Posted in #{news} and published to the servers that follow it.{Environment.NewLine}");
        open.ExitCode.ShouldBe(0, open.Error);
        again.ExitCode.ShouldBe(64);
        again.Error.ShouldContain("An incident is open already");
        Posted(bot, news).Count.ShouldBe(2);
        Copies(bot, follower).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Bot_KilledWhileDiscordHoldsThePost_PostsOnceAfterTheRestart()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var (news, follower) = Follow(bot);
        await StartAsync(bot, news);
        await bot.ControlAsync("sandbox/faults", new { kind = "rest", route = "POST /channels/{channel_id}/messages", delayMs = 600_000 });
        bot.Say(bot.Guild.Id, "+status open Slow answers.");
        await ClaimedAsync(bot);
        await bot.KillAsync();

        await StartAsync(bot, news);

        await bot.UntilAsync(() => Copies(bot, follower).Count == 1);
        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();
        Posted(bot, news).ShouldHaveSingleItem();
        Copies(bot, follower).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("UPDATE announcements SET message_id = NULL, shown = 0, published_at = NULL, claimed_at = @now, claimed_text = @text, next_try_at = 0")]
    [InlineData("UPDATE announcements SET message_id = NULL, shown = 0, published_at = NULL, claimed_at = @now - 120000, claimed_text = @text, next_try_at = 0")]
    [InlineData("UPDATE announcements SET published_at = NULL, next_try_at = 0")]
    public async Task Bot_KilledAfterDiscordDidItAndBeforeTheDatabaseHasIt_DoublesNothing(string rewind)
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var (news, follower) = Follow(bot);
        await StartAsync(bot, news);
        await AskAsync(bot, "+status open Slow answers.");
        await bot.KillAsync();
        var claimedAt = await ClaimOfAsync(bot);
        await ExecuteAsync(bot, rewind, new { now = claimedAt, text = Posted(bot, news)[0].Content });

        await StartAsync(bot, news);
        await Eventually.UntilAsync(() => Published(bot));
        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();

        Posted(bot, news).ShouldHaveSingleItem();
        Copies(bot, follower).ShouldHaveSingleItem();
    }

    // With the bot's socket, and no other setting of the bot.
    private static async Task<(int ExitCode, string Out, string Error)> RunAsync(BotOnSandbox bot, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new CommandLine(new Terminal(output, error)).InvokeAsync(
            [.. arguments, "--set", $"Control:Socket={bot.File("data/vexera.sock")}"], TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }

    // Says it and waits for the answer.
    private static async Task<string> AskAsync(BotOnSandbox bot, string line)
    {
        var before = Answers(bot).Count;
        bot.Say(bot.Guild.Id, line);
        await bot.UntilAsync(() => Answers(bot).Count > before);
        return Answers(bot)[^1].Content;
    }

    private static IReadOnlyList<Message> Answers(BotOnSandbox bot) =>
        [.. bot.SaidIn(bot.Guild.Id).Where(message => message.ChannelId == bot.GeneralOf(bot.Guild.Id))];

    private static (ulong News, ulong Follower) Follow(BotOnSandbox bot)
    {
        var news = bot.Guild.Channels.Values.Single(channel => channel.Type == ChannelType.Announcement).Id;
        var other = DemoWorld.GuildIds(bot.World).Last();
        var follower = bot.GeneralOf(other);
        bot.World.Webhooks.Follow(news, follower, new Actor(BotOnSandbox.Owner));
        return (news, follower);
    }

    private static Task StartAsync(BotOnSandbox bot, ulong news) => bot.StartAsync(
        ("Modules__Announcements__ChannelId", $"{news}"), ("Commands__Owners__0", $"{BotOnSandbox.Owner}"));

    private static IReadOnlyList<Message> Posted(BotOnSandbox bot, ulong news) => [.. bot.World.Messages.List(news, BotOnSandbox.Owner)];

    private static IReadOnlyList<Message> Copies(BotOnSandbox bot, ulong follower) =>
        [.. bot.World.Messages.List(follower, BotOnSandbox.Owner).Where(message => message.Flags.HasFlag(MessageFlags.IsCrosspost))];

    // The claim itself is no longer there once it is posted; the entry was written a little before.
    private static async Task<long> ClaimOfAsync(BotOnSandbox bot)
    {
        await using var database = Open(bot);
        return await database.ExecuteScalarAsync<long>("SELECT MAX(written_at) FROM announcement_entries");
    }

    private static bool Published(BotOnSandbox bot)
    {
        using var database = Open(bot);
        return database.ExecuteScalar<long>("SELECT COUNT(*) FROM announcements WHERE published_at IS NOT NULL AND shown = written") == 1;
    }

    private static async Task ClaimedAsync(BotOnSandbox bot)
    {
        await bot.UntilAsync(() => System.IO.File.Exists(bot.File("data/vexera.db")));
        await using var database = Open(bot);
        await Eventually.UntilAsync(() => database.ExecuteScalar<long>("SELECT COUNT(*) FROM announcements WHERE claimed_at IS NOT NULL") == 1);
    }

    private static async Task ExecuteAsync(BotOnSandbox bot, string sql, object parameters)
    {
        await using var database = Open(bot);
        (await database.ExecuteAsync(sql, parameters)).ShouldBe(1);
    }

    private static SqliteConnection Open(BotOnSandbox bot) => new($"Data Source={bot.File("data/vexera.db")};Pooling=False");
}
