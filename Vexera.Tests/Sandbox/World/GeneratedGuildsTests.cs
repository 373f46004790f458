using CsCheck;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Generated;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Permissions;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.World;

public sealed class GeneratedGuildsTests
{
    private const int Count = 300_000;
    private static readonly GeneratedGuilds Guilds = new(seed: 7, first: 2, end: Count);

    [Fact]
    public void Ids_OfManyGuilds_SpreadEvenlyOverShards()
    {
        var shards = Guilds.Ids.CountBy(id => ShardId.Of(id, 288)).ToDictionary();

        shards.Count.ShouldBe(288);
        shards.Values.Max().ShouldBeLessThanOrEqualTo(shards.Values.Min() + 1);
        Guilds.Ids.Distinct().Count().ShouldBe(Count - 2);
    }

    [Fact]
    public void IdsOf_AnyShard_AreThoseThatRouteToIt() => Gen.Int[1, 400].SelectMany(count => Gen.Int[0, count - 1].Select(shard => new ShardId(shard, count)))
        .Sample(shard => Guilds.IdsOf(shard.Id, shard.Count).SequenceEqual(Guilds.Ids.Where(shard.Owns)), iter: 50);

    [Fact]
    public void Make_Twice_IsTheSame() => Gen.Int[2, Count - 1].Sample(number =>
    {
        var id = WorldIds.Guild(number);
        return Render(id).SequenceEqual(Render(id));
    }, iter: 50);

    [Fact]
    public void Make_OtherSeed_IsAnotherWorld()
    {
        var other = new GeneratedGuilds(seed: 8, first: 2, end: Count);
        var id = WorldIds.Guild(99);

        JsonBytes.Of(json => GuildCreateJson.Write(json, other.Make(id), default)).Span.SequenceEqual(Render(id)).ShouldBeFalse();
    }

    [Fact]
    public void Make_AnyGuild_HoldsTogether() => Gen.Int[2, Count - 1].Sample(number =>
    {
        var guild = Guilds.Make(WorldIds.Guild(number));
        guild.Members.ContainsKey(DemoWorld.BotId).ShouldBeTrue();
        guild.Members.Values.SelectMany(member => member.Roles).ShouldBeSubsetOf(guild.Roles.Keys);
        guild.Channels.ContainsKey(guild.SystemChannelId!.Value).ShouldBeTrue();
        guild.Channels.Keys.ShouldAllBe(id => Guilds.GuildOf(id) == guild.Id);
        guild.Members.Values.Where(member => !member.User.Bot).ShouldAllBe(member => Guilds.FindUser(member.User.Id) == member.User);
        PermissionRules.InChannel(guild, guild.Channels[guild.SystemChannelId.Value], DemoWorld.BotId, default)
            .HasFlag(Permission.SendMessages).ShouldBeTrue();
        guild.MemberCount.ShouldBeGreaterThanOrEqualTo(guild.Members.Count);
    }, iter: 200);

    [Fact]
    public void Sizes_Always_AreLogNormalWithALongTail()
    {
        var plans = Enumerable.Range(2, 50_000).Select(number => GuildPlan.Of(7, number)).ToArray();

        Median(plans.Select(plan => plan.Channels)).ShouldBeInRange(14, 16);
        Median(plans.Select(plan => plan.Roles)).ShouldBeInRange(9, 11);
        plans.Max(plan => plan.Channels).ShouldBeGreaterThan(120);
        plans.Max(plan => plan.MemberCount).ShouldBeGreaterThan(20_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public void Has_OutsideOfItsNumbers_IsFalse(int number)
    {
        Guilds.Has(WorldIds.Guild(number)).ShouldBeFalse();
        Guilds.GuildOf(WorldIds.Of(number, WorldIdKind.Channel, 1)).ShouldBeNull();
    }

    [Fact]
    public void GuildOf_AnyId_NeverThrows() => Gen.ULong.Sample(id =>
    {
        Guilds.GuildOf(id);
        Guilds.FindUser(id);
        return !Guilds.Has(id) || Guilds.Make(id).Id == id;
    });

    [Fact]
    public async Task World_OfManyGuilds_KeepsOnlyWhatIsTouched()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Guilds = Count, Shards = 288, MaxConcurrency = 16 });
        await using var client = await fixture.ReadyAsync(shard: [3, 288]);
        var touched = WorldIds.Guild(1_000);

        fixture.World.Guilds.Count.ShouldBe(Count);
        fixture.Stats.Events["GUILD_CREATE"].ShouldBeInRange(1_041, 1_043);
        fixture.World.Guilds.IsKept(ulong.Parse(client.Marker, null)).ShouldBeFalse();
        fixture.World.Messages.Create(fixture.World.Guilds.Get(touched).SystemChannelId!.Value, fixture.World.Users.Get(WorldIds.Of(1_000, WorldIdKind.User, 2)),
            new() { Content = "hello" });
        fixture.World.Guilds.IsKept(touched).ShouldBeTrue();
    }

    [Fact]
    public async Task Outage_OfGeneratedGuilds_KeepsNone()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Guilds = 500 });
        await using var client = await fixture.ReadyAsync();

        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/faults", """{"kind":"outage","count":400}""");
        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/faults", """{"kind":"outage-end"}""");
        client.Marker = $"{WorldIds.Guild(499)}";
        var names = await client.WaitingNamesAsync();

        names.Count(name => name == "GUILD_DELETE").ShouldBe(400);
        names.Count(name => name == "GUILD_CREATE").ShouldBe(400);
        fixture.World.Guilds.IsKept(WorldIds.Guild(300)).ShouldBeFalse();
    }

    private static int Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static ReadOnlySpan<byte> Render(ulong id) => JsonBytes.Of(json => GuildCreateJson.Write(json, Guilds.Make(id), new Viewer(DemoWorld.BotId))).Span;
}
