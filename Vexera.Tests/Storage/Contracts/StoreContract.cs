using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>Every store of the bot, on either engine.</summary>
public abstract class StoreContract : StorageContract
{
    private static readonly Snowflake Guild = new((1UL << 63) + 5);

    [Fact]
    public async Task GuildSettings_SetClearedAndSetAgain_AreReadAfterARestart()
    {
        var database = Open();
        var settings = Settings(database);
        await settings.SetAsync(Guild, "prefix", "!", Patience);
        await settings.SetAsync(Guild, "other", "x", Patience);
        await settings.SetAsync(Guild, "other", null, Patience);
        await settings.SetAsync(Guild, "prefix", "?", Patience);
        await CloseAsync(database);

        var read = await Settings(Open()).GetAsync(Guild, Patience);

        read["prefix"].ShouldBe("?");
        read["other"].ShouldBeNull();
    }

    [Fact]
    public async Task UserSettings_SetAndCleared_AreKeptApartFromThoseOfAGuildWithTheSameId()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var guilds = Settings(database);
        using var users = UserSettings(database);
        await users.SetAsync(Guild, "locale", "fr", Patience);
        await users.SetAsync(Guild, "locale", "de", Patience);
        await users.SetAsync(new Snowflake(77), "locale", "fr", Patience);
        await users.SetAsync(new Snowflake(77), "locale", null, Patience);
        await CloseAsync(database);

        using var again = UserSettings(Open());

        (await again.GetAsync(Guild, Patience))["locale"].ShouldBe("de");
        (await again.GetAsync(new Snowflake(77), Patience))["locale"].ShouldBeNull();
        (await Settings(Open()).GetAsync(Guild, Patience))["locale"].ShouldBeNull();
    }

    [Fact]
    public async Task GuildSettings_Locked_HoldInMemoryAndAreWrittenLater()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = Later(database);
        var settings = new GuildSettingsStore(database, later, Options.Create(new CommandsOptions()), NullLogger<GuildSettingsStore>.Instance);
        await settings.SetAsync(Guild, "removed", "x", Patience);
        await using (await Site.LockAsync())
        {
            await settings.SetAsync(Guild, "prefix", "!", Patience);
            await settings.SetAsync(Guild, "removed", null, Patience);

            var held = await settings.GetAsync(Guild, Patience);
            held["prefix"].ShouldBe("!");
            held["removed"].ShouldBeNull();
        }

        await later.StopAsync(Patience);

        var written = await Settings(database).GetAsync(Guild, Patience);
        written["prefix"].ShouldBe("!");
        written["removed"].ShouldBeNull();
    }

    [Fact]
    public async Task ThanksLedger_ManyClaims_OneWinsEver()
    {
        var database = Open();
        var ledgers = Enumerable.Range(0, 8).Select(_ => Ledger(database)).ToArray();

        var won = await Task.WhenAll(ledgers.Select(ledger => Task.Run(() => ledger.ClaimAsync(Guild, null, Patience), Patience)));

        won.Count(claimed => claimed).ShouldBe(1);
        await ledgers[0].CloseAsync(Guild, ThanksOutcome.Said, Patience);
        await CloseAsync(database);
        (await Ledger(Open()).ClaimAsync(Guild, null, Patience)).ShouldBeFalse();
    }

    [Fact]
    public async Task ThanksLedger_Unfinished_IsTakenUpWithItsChannel()
    {
        var channel = new Snowflake(ulong.MaxValue);
        var database = Open();
        await Ledger(database).ClaimAsync(Guild, channel, Patience);
        await CloseAsync(database);

        var ledger = Ledger(Open());
        await ledger.LoadAsync(Patience);

        ledger.TryTakeUp(Guild, out var found).ShouldBeTrue();
        found.ShouldBe(channel);
    }

    [Fact]
    public async Task ThanksLedger_KnownGuilds_AreSettledAndKeepWhatTheyHave()
    {
        var database = Open();
        await Ledger(database).ClaimAsync(Guild, null, Patience);
        await Ledger(database).WriteKnownAsync([Guild, new Snowflake(2), new Snowflake(ulong.MaxValue)], Patience);

        var ledger = Ledger(database);
        await ledger.LoadAsync(Patience);

        ledger.IsSettled(new Snowflake(2)).ShouldBeTrue();
        ledger.IsSettled(new Snowflake(ulong.MaxValue)).ShouldBeTrue();
        await using var reader = await database.OpenAsync(Patience);
        (await reader.QuerySingleAsync<string>("SELECT outcome FROM thanks WHERE guild_id = @Guild", new { Guild })).ShouldBe(ThanksOutcome.Claimed);
    }

    [Fact]
    public async Task ThanksBaseline_AskedAgainLater_IsStillTheFirst()
    {
        var database = Open();
        using var first = new ThanksBaseline(database, new Installation(database), new FixedClock(TimeSpan.FromSeconds(3)));
        var joinedUntil = await first.GetAsync(Patience);
        await CloseAsync(database);
        var next = Open();
        using var second = new ThanksBaseline(next, new Installation(next), new FixedClock(TimeSpan.FromHours(3)));

        (await second.GetAsync(Patience)).ShouldBe(joinedUntil);
        joinedUntil.ShouldBe(Time.GetUtcNow() + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task IdentifyLedger_WrittenTwice_KeepsTheLast()
    {
        var renewsAt = Time.GetUtcNow() + TimeSpan.FromHours(5);
        var database = Open();
        var ledger = new DatabaseIdentifyLedger(database);
        (await ledger.ReadAsync(Patience)).ShouldBeNull();
        await ledger.WriteAsync(new IdentifyRecord(1, 1000, renewsAt, renewsAt), Patience);
        await ledger.WriteAsync(new IdentifyRecord(2, 2000, renewsAt, renewsAt - TimeSpan.FromHours(1)), Patience);
        await CloseAsync(database);

        (await new DatabaseIdentifyLedger(Open()).ReadAsync(Patience)).ShouldBe(new IdentifyRecord(2, 2000, renewsAt, renewsAt - TimeSpan.FromHours(1)));
    }

    private DeferredWrites Later(Database database) => new(database, Health, Time, NullLogger<DeferredWrites>.Instance);

    private GuildSettingsStore Settings(Database database) =>
        new(database, Later(database), Options.Create(new CommandsOptions()), NullLogger<GuildSettingsStore>.Instance);

    private UserSettingsStore UserSettings(Database database) =>
        new(database, Later(database), Options.Create(new CommandsOptions()), NullLogger<UserSettingsStore>.Instance);

    private ThanksLedger Ledger(Database database) => new(database, Later(database), Time);

    private sealed class FixedClock(TimeSpan ahead) : IDiscordClock
    {
        public TimeSpan Ahead => ahead;
    }
}

public sealed class SqliteStoreTests : StoreContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresStoreTests : StoreContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
