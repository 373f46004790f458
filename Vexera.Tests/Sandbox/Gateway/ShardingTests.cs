using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class ShardingTests
{
    [Fact]
    public async Task Shards_OfOneCount_SplitTheGuildsByDiscordsFormula()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var otherGuild = WorldIds.Guild(1);
        await using var one = await fixture.ReadyAsync(shard: [ShardId.Of(fixture.Guild, 2), 2]);
        await using var other = await fixture.ReadyAsync(shard: [ShardId.Of(otherGuild, 2), 2]);

        fixture.Say("first guild");

        one.Marker.ShouldBe($"{fixture.Guild}");
        other.Marker.ShouldBe($"{otherGuild}");
        (await one.WaitingNamesAsync()).ShouldBe(["MESSAGE_CREATE"]);
        (await other.WaitingNamesAsync()).ShouldBeEmpty();
        ((int)((fixture.Guild >> 22) % 2)).ShouldBe(ShardId.Of(fixture.Guild, 2));
    }

    [Fact]
    public async Task DirectMessages_GoToShardZero()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var zero = await fixture.ReadyAsync(shard: [0, 2]);
        await using var one = await fixture.ReadyAsync(shard: [1, 2]);

        fixture.Say("psst", channel: fixture.World.Users.OpenDirect(fixture.Member.Id, DemoWorld.BotId));

        (await zero.WaitingNamesAsync()).ShouldBe(["MESSAGE_CREATE"]);
        (await one.WaitingNamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sessions_OfDifferentCounts_RunBesideEachOther()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var old = await fixture.ReadyAsync(shard: [0, 1]);
        await using var resharded = await fixture.ReadyAsync(shard: [ShardId.Of(fixture.Guild, 2), 2]);

        fixture.Say("to both");

        (await old.WaitingNamesAsync()).ShouldBe(["MESSAGE_CREATE"]);
        (await resharded.WaitingNamesAsync()).ShouldBe(["MESSAGE_CREATE"]);
    }

    [Fact]
    public async Task Bot_AddedToAGuild_GetsGuildCreateAndRemoved_GetsGuildDelete()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        var guild = fixture.World.Guilds.Create("Fresh", fixture.Owner.Id);

        fixture.World.Members.AddBot(guild.Id, DemoWorld.BotId, DemoGuild.BotPermissions, new Actor(fixture.Owner.Id));

        var created = await client.ReceiveAsync("GUILD_CREATE");
        created.Text("name").ShouldBe("Fresh");
        created.GetProperty("joined_at").GetDateTimeOffset().ShouldBe(fixture.Clock.GetUtcNow());
        created.GetProperty("roles").EnumerateArray().Any(role => role.TryGetProperty("tags", out var tags) && tags.Text("bot_id") == $"{DemoWorld.BotId}")
            .ShouldBeTrue();
        fixture.World.Members.Remove(guild.Id, DemoWorld.BotId, new Actor(fixture.Owner.Id));
        var deleted = await client.ReceiveAsync("GUILD_DELETE");
        deleted.Text("id").ShouldBe($"{guild.Id}");
        deleted.TryGetProperty("unavailable", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Guild_Unavailable_IsToldAndSilentUntilItIsBack()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        client.Marker = $"{WorldIds.Guild(1)}";

        fixture.World.Guilds.SetUnavailable(fixture.Guild, true);
        fixture.Say("nobody hears");
        fixture.World.Guilds.SetUnavailable(fixture.Guild, false);

        var frames = await client.WaitingAsync();
        frames.Select(Frames.Name).ShouldBe(["GUILD_DELETE", "GUILD_CREATE"]);
        frames[0].Data().GetProperty("unavailable").GetBoolean().ShouldBeTrue();
        frames[1].Data().Text("name").ShouldBe("Harbour");
    }
}
