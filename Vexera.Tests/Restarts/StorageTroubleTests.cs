using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Host.Cli;
using Vexera.Sandbox;
using Vexera.Sandbox.Stats;
using Vexera.Tests.Support;

namespace Vexera.Tests.Restarts;

/// <summary>Another program keeps the real bot's database locked while people go on.</summary>
public sealed class StorageTroubleTests
{
    private const int Shards = 2;

    [Fact]
    public async Task Bot_DatabaseLockedWhilePeopleTalk_AnswersOnSaysSoAndCatchesUp()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await people.TalkAsync(calls: 10);
        await people.AnsweredAsync();
        await UntilSessionsAreSavedAsync(bot);

        await using (await LockAsync(bot))
        {
            await people.TalkAsync(calls: 60);
            await people.AnsweredAsync();
            await UntilTroubleAsync(bot, isThere: true);
        }

        await UntilTroubleAsync(bot, isThere: false);
        people.Conversation.Doubled.ShouldBe(0);
        await people.ShouldBeKnownAsync();
        Stats(bot).ViolationCount.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bot_EndsWhileTheDatabaseIsLocked_NothingIsLostOrDoubled(bool isKilled)
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await people.TalkAsync(calls: 10);
        await people.AnsweredAsync();
        await UntilSessionsAreSavedAsync(bot);

        await using (await LockAsync(bot))
        {
            await people.TalkAsync(calls: 40);
            await people.AnsweredAsync();
            if (isKilled)
                await bot.KillAsync();
            else
                await bot.StopAsync();
        }

        await people.TalkAsync(calls: 10);
        await bot.StartAsync(People.WithMembers);
        await people.AnsweredAsync();

        await people.ShouldBeKnownAsync();
        people.Conversation.Doubled.ShouldBe(0);
        Stats(bot)["identifies"].ShouldBe(Shards);
        Stats(bot).ViolationCount.ShouldBe(0);
    }

    private static async Task<BotOnSandbox> CreateAsync()
    {
        var bot = await BotOnSandbox.CreateAsync(
            new SandboxOptions { Guilds = 16, Shards = Shards, MaxConcurrency = Shards, Rest = new SandboxRestOptions { RateLimits = false } },
            start: false);
        await bot.StartAsync(People.WithMembers, ("Storage__BusyTimeout", "00:00:01"));
        return bot;
    }

    // Before its first commit a session cannot be resumed, whatever is locked.
    private static async Task UntilSessionsAreSavedAsync(BotOnSandbox bot)
    {
        await using var connection = new SqliteConnection($"Data Source={bot.File("data/vexera.db")};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM sessions";
        await Eventually.UntilAsync(() => (long)count.ExecuteScalar()! == Shards);
    }

    // Until it is disposed, nobody else writes.
    private static async Task<SqliteConnection> LockAsync(BotOnSandbox bot)
    {
        var connection = new SqliteConnection($"Data Source={bot.File("data/vexera.db")};Pooling=False;Default Timeout=60");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task UntilTroubleAsync(BotOnSandbox bot, bool isThere)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var patience = 900; patience > 0; patience--)
        {
            using var output = new StringWriter();
            (await new CommandLine(new Terminal(output, TextWriter.Null)).InvokeAsync(
                ["status", "--json", "--set", $"Storage:Path={bot.File("data/vexera.db")}"], TestContext.Current.CancellationToken)).ShouldBe(0);
            var storage = JsonDocument.Parse(output.ToString()).RootElement.GetProperty("storage");
            if (storage.TryGetProperty("trouble", out _) == isThere)
                return;
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The bot never said that its storage {(isThere ? "is" : "is no longer")} in trouble.\n{bot.Process.Out}");
    }

    private static SandboxStats Stats(BotOnSandbox bot) => bot.Server.Services.GetRequiredService<SandboxStats>();
}
