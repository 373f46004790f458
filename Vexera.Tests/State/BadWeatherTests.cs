using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Events;
using Vexera.Tests.Support;

namespace Vexera.Tests.State;

/// <summary>What Discord sends on a bad day.</summary>
public sealed class BadWeatherTests : IDisposable
{
    private readonly StateBench _bench = new(cacheMegabytes: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void GuildCreate_Twice_TheSecondIsNoJoinAndChangesNothing()
    {
        _bench.Ready();
        _bench.Create(10, StateBench.ChannelOf(20));

        var again = _bench.Create(10, StateBench.ChannelOf(20));

        again.Event.ShouldBeOfType<GuildCreateEvent>().Kind.ShouldBe(GuildCreateKind.AvailableAgain);
        again.After.ShouldHoldWhat(again.Before!);
        _bench.Guilds.Count.ShouldBe(1);
    }

    [Fact]
    public async Task RoleDeleted_MessageOverwritesAndMembershipStillNameIt_GrantsNothingAndIsKept()
    {
        var deleted = new Snowflake(12);
        var channel = StateBench.ChannelOf(20) with
        {
            PermissionOverwrites = [new Overwrite { Id = deleted, Type = OverwriteType.Role, Allow = Permission.SendMessages }],
        };
        _bench.Ready();
        _bench.Create(10, channel);
        _bench.Apply(new GuildRoleCreateEvent(new Snowflake(10), StateBench.RoleOf(12) with { Permissions = Permission.Administrator }));
        _bench.Apply(new GuildRoleDeleteEvent(new Snowflake(10), deleted));
        await _bench.CommitAsync();
        _bench.Purge();

        var state = await _bench.Guilds.FindAsync(new Snowflake(10), Token);

        var author = new Member { Roles = [deleted] };
        state!.PermissionsIn(new Snowflake(3), author, new Snowflake(20), DateTimeOffset.UnixEpoch).HasFlag(Permission.Administrator).ShouldBeFalse();
        state.Channels[new Snowflake(20)].PermissionOverwrites.ShouldBe(channel.PermissionOverwrites);
    }

    [Fact]
    public async Task OutageWave_HundredThousandGuildsAwayAndBack_NoneIsNewAndNoneIsLost()
    {
        const int count = 100_000;
        _bench.Ready();
        for (var id = 1UL; id <= count; id++)
            _bench.Create(id << 22);
        await _bench.CommitAsync();

        for (var id = 1UL; id <= count; id++)
            await _bench.ApplyAsync(new GuildDeleteEvent(new Snowflake(id << 22), Unavailable: true));
        await _bench.CommitAsync();
        var away = (await _bench.Store.LoadAsync(Token)).Guilds.Count(guild => !guild.IsAvailable);
        var kinds = Enumerable.Range(1, count).Select(id => ((GuildCreateEvent)_bench.Create((ulong)id << 22).Event).Kind).Distinct().ToArray();
        await _bench.CommitAsync();

        away.ShouldBe(count);
        kinds.ShouldBe([GuildCreateKind.AvailableAgain]);
        (await _bench.Store.LoadAsync(Token)).Guilds.Count(guild => guild.IsAvailable).ShouldBe(count);
        _bench.Source.Asked.ShouldBe(0);
    }
}
