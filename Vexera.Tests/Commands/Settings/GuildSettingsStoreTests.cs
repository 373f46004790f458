using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Settings;

public sealed class GuildSettingsStoreTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();
    private readonly TroubledDatabase _database;
    private readonly DeferredWrites _later;

    public GuildSettingsStoreTests()
    {
        _database = new TroubledDatabase(_file);
        _later = new DeferredWrites(_database, _file.Health, TimeProvider.System, NullLogger<DeferredWrites>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _later.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task Get_ManyGuildsWithoutSettings_AsksTheDatabaseOnce()
    {
        using var store = Open();
        for (var id = 1ul; id <= 1000; id++)
            (await store.GetAsync(new Snowflake(id), Cancel)).ShouldBe(SettingValues.Default);

        _database.Reads.ShouldBe(1);
        store.TryGet(new Snowflake(5000), out var settings).ShouldBeTrue();
        settings.ShouldBe(SettingValues.Default);
    }

    [Fact]
    public async Task Get_MoreGuildsWithSettingsThanAreKept_ReadsThemAgain()
    {
        using (var before = Open())
        {
            for (var id = 1ul; id <= 300; id++)
                await before.SetAsync(new Snowflake(id), "prefix", $"{id}", Cancel);
        }

        using var store = Open();
        for (var round = 0; round < 2; round++)
        {
            for (var id = 1ul; id <= 300; id++)
                (await store.GetAsync(new Snowflake(id), Cancel))["prefix"].ShouldBe($"{id}");
        }
    }

    [Fact]
    public async Task Set_AfterTheGuildWasSeenWithoutSettings_IsReadNext()
    {
        using var store = Open();
        await store.GetAsync(new Snowflake(1), Cancel);

        await store.SetAsync(new Snowflake(1), "prefix", "!", Cancel);

        (await store.GetAsync(new Snowflake(1), Cancel))["prefix"].ShouldBe("!");
    }

    [Fact]
    public async Task Set_ToNull_GoesBackToTheDefault()
    {
        using var store = Open();
        await store.SetAsync(new Snowflake(1), "prefix", "!", Cancel);

        await store.SetAsync(new Snowflake(1), "prefix", null, Cancel);

        (await store.GetAsync(new Snowflake(1), Cancel))["prefix"].ShouldBeNull();
    }

    [Fact]
    public async Task Get_DatabaseUnreadable_GivesTheDefaultAndAsksAgainLater()
    {
        using (var before = Open())
            await before.SetAsync(new Snowflake(1), "prefix", "!", Cancel);
        using var store = Open();
        _database.ReadFailure = TroubledDatabase.Full;
        (await store.GetAsync(new Snowflake(1), Cancel)).ShouldBe(SettingValues.Default);
        store.TryGet(new Snowflake(1), out _).ShouldBeFalse();

        _database.ReadFailure = null;

        (await store.GetAsync(new Snowflake(1), Cancel))["prefix"].ShouldBe("!");
    }

    private GuildSettingsStore Open() => new(
        _database, _later, Options.Create(new CommandsOptions { CachedGuilds = 100 }), NullLogger<GuildSettingsStore>.Instance);
}
