using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Benchmarks.Commands;
using Vexera.Benchmarks.Punishments;
using Vexera.Core.Storage;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Benchmarks;

/// <summary>Bans that a benchmark makes, in the simulator and in the bot's database.</summary>
public sealed class DueBansTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Due = DateTimeOffset.UnixEpoch.AddYears(80);
    private readonly IdleBot _bot = new();
    private SandboxServer _server = null!;
    private DueBans _bans = null!;

    private IDatabase Database => _bot.Services.GetRequiredService<IDatabase>();

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", Guilds = 3 }, TestContext.Current.CancellationToken);
        _bans = new DueBans(_server.World, DemoWorld.BotId);
        await _bans.MakeAsync(_bot.Services, 7, Due, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _bans.Dispose();
        await _server.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public void Make_MoreThanGuilds_SpreadsThem()
    {
        _server.World.Guilds.Of(DemoWorld.BotId).Select(guild => _server.World.Guilds.Get(guild).Bans.Count).ShouldBe([3, 2, 2]);
        _bans.Left.ShouldBe(7);
    }

    [Fact]
    public async Task Make_Many_AreDueAtOneInstantAndTheSameOnBothSides()
    {
        await using var connection = await Database.OpenAsync(TestContext.Current.CancellationToken);

        (await connection.QueryAsync<long>("SELECT due_at FROM due_work")).ShouldBe(Enumerable.Repeat(Due.ToUnixTimeMilliseconds(), 7));
        (await _bans.CountDifferencesAsync(Database, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task CountDifferences_LiftedInTheSimulatorAlone_CountsCasePunishmentAndWork()
    {
        var guild = _server.World.Guilds.Of(DemoWorld.BotId).First();
        _server.World.Members.Unban(guild, _server.World.Guilds.Get(guild).Bans.Keys.First(), new Actor(DemoWorld.BotId));

        _bans.Lifted.ShouldBe(1);
        (await _bans.CountDifferencesAsync(Database, TestContext.Current.CancellationToken)).ShouldBe(3);
    }
}
