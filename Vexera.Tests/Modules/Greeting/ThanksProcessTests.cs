using Dapper;
using Microsoft.Data.Sqlite;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Greeting;

/// <summary>The real bot on the sandbox: killed, restarted, given a new database, and through an outage it says thanks once.</summary>
public sealed class ThanksProcessTests
{
    [Fact]
    public async Task Bot_KilledAndRestarted_SaysNoSecondThanksAndTheOneItMissed()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var meadow = await bot.AddGuildAsync("Meadow");
        await bot.UntilAsync(() => Thanks(bot, meadow) == 1);

        await bot.KillAsync();
        var valley = await bot.AddGuildAsync("Valley");
        await bot.StartAsync();
        await bot.PingAsync(meadow);
        await bot.PingAsync(valley);
        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();

        Thanks(bot, meadow).ShouldBe(1);
        Thanks(bot, valley).ShouldBe(1);
        Thanks(bot, bot.Guild.Id).ShouldBe(0);
    }

    [Fact]
    public async Task Bot_OutageOfAllGuilds_SaysNothing()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var meadow = await bot.AddGuildAsync("Meadow");
        await bot.UntilAsync(() => Thanks(bot, meadow) == 1);

        await bot.ControlAsync("sandbox/faults", new { kind = "outage" });
        await bot.ControlAsync("sandbox/faults", new { kind = "outage-end" });
        await bot.PingAsync(meadow);
        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();

        Thanks(bot, meadow).ShouldBe(1);
        Thanks(bot, bot.Guild.Id).ShouldBe(0);
    }

    [Fact]
    public async Task Bot_OldButWithANewDatabase_SaysNothing()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var meadow = await bot.AddGuildAsync("Meadow");

        await bot.StartAsync();
        await bot.PingAsync(meadow);
        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();

        Thanks(bot, meadow).ShouldBe(0);
        Thanks(bot, bot.Guild.Id).ShouldBe(0);
    }

    [Fact]
    public async Task Bot_KilledAfterTheMessageAndBeforeTheLedgerHasIt_SaysNoSecondThanks()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var meadow = await bot.AddGuildAsync("Meadow");
        await bot.UntilAsync(() => Thanks(bot, meadow) == 1);
        await LedgerSaysAsync(bot, "said");
        await bot.KillAsync();
        await using (var ledger = new SqliteConnection($"Data Source={bot.File("data/vexera.db")};Pooling=False"))
            (await ledger.ExecuteAsync("UPDATE thanks SET outcome = 'claimed' WHERE outcome = 'said'")).ShouldBe(1);

        await bot.StartAsync();
        await bot.PingAsync(meadow);
        await bot.StopAsync();

        Thanks(bot, meadow).ShouldBe(1);
    }

    [Fact]
    public async Task Bot_KilledBeforeTheMessageArrived_SaysItAfterTheRestart()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        await bot.ControlAsync("sandbox/faults", new { kind = "rest", route = "POST /channels/", delayMs = 600_000, count = 1 });
        var meadow = await bot.AddGuildAsync("Meadow");
        await LedgerSaysAsync(bot, "claimed");
        await bot.KillAsync();

        await bot.StartAsync();
        await bot.PingAsync(meadow);
        await bot.StopAsync();

        Thanks(bot, meadow).ShouldBe(1);
    }

    private static int Thanks(BotOnSandbox bot, ulong guild) =>
        bot.SaidIn(guild).Count(message => message.Content.StartsWith("Thanks for adding me!", StringComparison.Ordinal));

    private static async Task LedgerSaysAsync(BotOnSandbox bot, string outcome)
    {
        await using var ledger = new SqliteConnection($"Data Source={bot.File("data/vexera.db")};Mode=ReadOnly;Pooling=False");
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await ledger.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM thanks WHERE outcome = @outcome", new { outcome }) == 0)
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
