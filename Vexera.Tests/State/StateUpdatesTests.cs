using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Tests.Support;

namespace Vexera.Tests.State;

public sealed class StateUpdatesTests : IDisposable
{
    private static readonly Snowflake Guild = new(10);
    private readonly StateBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Ready_First_TellsWhoTheBotIs()
    {
        var waiting = _bench.Self.WaitUntilKnownAsync(TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();

        _bench.Ready();

        await waiting;
        _bench.Self.User.ShouldBe(StateBench.Bot);
        _bench.Self.Application!.Id.ShouldBe(new Snowflake(98));
    }

    [Fact]
    public void UserUpdate_Always_ChangesWhoTheBotIs()
    {
        _bench.Ready();
        _bench.Apply(new UserUpdateEvent(StateBench.Bot with { Username = "renamed" }));

        _bench.Self.User!.Username.ShouldBe("renamed");
    }

    [Fact]
    public void Ready_Always_CountsItsGuilds()
    {
        _bench.Ready(10, 11);

        _bench.Guilds.Count.ShouldBe(2);
        _bench.StateOf(10).ShouldBeNull();
    }

    [Fact]
    public void GuildCreate_ListedInReady_IsAtReadyOnceForEachSession()
    {
        _bench.Ready(10);
        Kind(_bench.Create(10)).ShouldBe(GuildCreateKind.AtReady);
        Kind(_bench.Create(10)).ShouldBe(GuildCreateKind.AvailableAgain);

        _bench.Ready(10);
        Kind(_bench.Create(10)).ShouldBe(GuildCreateKind.AtReady);
    }

    [Fact]
    public void GuildCreate_NotListed_IsJoined()
    {
        _bench.Ready(10);

        Kind(_bench.Create(11)).ShouldBe(GuildCreateKind.Joined);
        _bench.Guilds.Count.ShouldBe(2);
    }

    [Fact]
    public void GuildCreate_AfterAnOutage_IsAvailableAgain()
    {
        _bench.Create(10);
        _bench.Apply(new GuildDeleteEvent(Guild, Unavailable: true));

        Kind(_bench.Create(10)).ShouldBe(GuildCreateKind.AvailableAgain);
        _bench.StateOf(10)!.Available.ShouldBeTrue();
    }

    [Fact]
    public void GuildCreate_AfterBeingRemoved_IsJoined()
    {
        _bench.Create(10);
        _bench.Apply(new GuildDeleteEvent(Guild, Unavailable: false));

        Kind(_bench.Create(10)).ShouldBe(GuildCreateKind.Joined);
    }

    [Fact]
    public void GuildCreate_Always_KeepsChannelsThreadsRolesAndOwnMembership()
    {
        _bench.Ready(10);
        var guild = StateBench.GuildOf(10, StateBench.ChannelOf(20)) with
        {
            Threads = [StateBench.ThreadOf(21, 20, guild: 10)],
            Members = [new Member { User = new User { Id = new Snowflake(3), Username = "x" } }, new Member { User = StateBench.Bot, Nick = "me" }],
        };

        var change = _bench.Apply(new GuildCreateEvent(guild));

        change.GuildId.ShouldBe(Guild);
        var state = change.After!;
        state.ShouldHoldWhat(_bench.StateOf(10)!);
        state.Channels.Keys.ShouldBe([new Snowflake(20), new Snowflake(21)], ignoreOrder: true);
        state.Roles.Keys.ShouldBe([Guild]);
        state.Self!.Nick.ShouldBe("me");
        state.MemberCount.ShouldBe(5);
        state.JoinedAt.ShouldBe(guild.JoinedAt);
    }

    [Fact]
    public void GuildDelete_Outage_KeepsStateAndMarksIt()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        var change = _bench.Apply(new GuildDeleteEvent(Guild, Unavailable: true));

        change.Before!.Available.ShouldBeTrue();
        change.After!.Available.ShouldBeFalse();
        change.Raised.ShouldBeNull();
        _bench.StateOf(10)!.Channels.Count.ShouldBe(1);
        _bench.Guilds.Count.ShouldBe(1);
    }

    [Fact]
    public void GuildDelete_Removed_ForgetsTheGuildAndRaisesGuildLeft()
    {
        _bench.Create(10);
        var change = _bench.Apply(new GuildDeleteEvent(Guild, Unavailable: false));

        var left = change.Raised.ShouldHaveSingleItem();
        left.Event.ShouldBe(new GuildLeftEvent(Guild, GuildLeftReason.Removed));
        left.Before!.Name.ShouldBe("guild 10");
        left.After.ShouldBeNull();
        _bench.Guilds.Count.ShouldBe(0);
        _bench.StateOf(10).ShouldBeNull();
        _bench.Apply(new GuildDeleteEvent(Guild, Unavailable: false)).Raised.ShouldBeEmpty();
    }

    [Fact]
    public void Ready_WithoutAKnownGuild_RaisesGuildLeftWhileAway()
    {
        _bench.Create(10);
        _bench.Create(11);

        var raised = _bench.Ready(11).Raised.ShouldHaveSingleItem();

        raised.Event.ShouldBe(new GuildLeftEvent(Guild, GuildLeftReason.WhileAway));
        raised.Before!.Name.ShouldBe("guild 10");
        _bench.Guilds.Count.ShouldBe(1);
        _bench.StateOf(11).ShouldNotBeNull();
    }

    [Fact]
    public void Ready_OfOneShard_LeavesTheGuildsOfOthersAlone()
    {
        ulong onFirst = 2UL << 22, onSecond = 3UL << 22;
        _bench.Create(onFirst);
        _bench.Create(onSecond);

        _bench.ReadyOf(0, 2).Raised.ShouldHaveSingleItem().GuildId.ShouldBe(new Snowflake(onFirst));
        _bench.StateOf(onSecond).ShouldNotBeNull();
    }

    [Fact]
    public void GuildUpdate_Always_ChangesSettingsAndRolesOnly()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        var update = StateBench.GuildOf(10) with { Name = "new", Roles = [StateBench.RoleOf(10), StateBench.RoleOf(12)], MemberCount = null, JoinedAt = null, Members = [] };

        var change = _bench.Apply(new GuildUpdateEvent(update));

        change.Before!.Name.ShouldBe("guild 10");
        change.After!.Name.ShouldBe("new");
        change.After.Roles.Count.ShouldBe(2);
        change.After.Channels.ShouldBeSameAs(change.Before.Channels);
        change.After.Self.ShouldBeSameAs(change.Before.Self);
        change.After.MemberCount.ShouldBe(5);
    }

    [Fact]
    public void ChannelDelete_WithThreads_RemovesThemToo()
    {
        _bench.Create(10, StateBench.ChannelOf(20), StateBench.ChannelOf(30), StateBench.ThreadOf(21, 20), StateBench.ThreadOf(31, 30));

        var change = _bench.Apply(new ChannelDeleteEvent(StateBench.ChannelOf(20, guild: 10)));

        change.After!.Channels.Keys.ShouldBe([new Snowflake(30), new Snowflake(31)], ignoreOrder: true);
        change.Before!.Channels.Count.ShouldBe(4);
    }

    [Fact]
    public void ThreadUpdate_Archived_IsNoLongerActive()
    {
        _bench.Create(10, StateBench.ChannelOf(20), StateBench.ThreadOf(21, 20));

        _bench.Apply(new ThreadUpdateEvent(StateBench.ThreadOf(21, 20, guild: 10, archived: true))).After!.Channels.Count.ShouldBe(1);
        _bench.Apply(new ThreadUpdateEvent(StateBench.ThreadOf(21, 20, guild: 10))).After!.Channels.Count.ShouldBe(2);
    }

    [Fact]
    public void ThreadListSync_OfOneChannel_ReplacesItsThreadsOnly()
    {
        _bench.Create(10, StateBench.ChannelOf(20), StateBench.ChannelOf(30), StateBench.ThreadOf(21, 20), StateBench.ThreadOf(31, 30));

        var sync = new ThreadListSyncEvent(Guild, [StateBench.ThreadOf(22, 20, guild: 10)], [new Snowflake(20)]);

        _bench.Apply(sync).After!.Channels.Keys
            .ShouldBe([new Snowflake(20), new Snowflake(22), new Snowflake(30), new Snowflake(31)], ignoreOrder: true);
        _bench.Apply(sync with { Threads = [], ChannelIds = null }).After!.Channels.Keys
            .ShouldBe([new Snowflake(20), new Snowflake(30)], ignoreOrder: true);
    }

    [Fact]
    public void GuildMemberUpdate_OfTheBot_ChangesItsMembership()
    {
        _bench.Ready();
        _bench.Create(10);
        var joined = _bench.StateOf(10)!.Self!.JoinedAt;

        var change = _bench.Apply(new GuildMemberUpdateEvent(Guild, new Member { User = StateBench.Bot, Roles = [new Snowflake(8)] }));

        change.After!.Self!.Roles.ShouldBe([new Snowflake(8)]);
        change.After.Self.JoinedAt.ShouldBe(joined);
    }

    [Fact]
    public void GuildMemberUpdate_OfAnother_ChangesNothing()
    {
        _bench.Ready();
        _bench.Create(10);

        var change = _bench.Apply(new GuildMemberUpdateEvent(Guild, new Member { User = new User { Id = new Snowflake(3), Username = "x" } }));

        change.After.ShouldNotBeNull().ShouldBeSameAs(change.Before);
    }

    [Fact]
    public void MemberCount_PeopleComeAndGo_Follows()
    {
        var user = new User { Id = new Snowflake(3), Username = "x" };
        _bench.Create(10);

        _bench.Apply(new GuildMemberAddEvent(Guild, new Member { User = user })).After!.MemberCount.ShouldBe(6);
        for (var i = 0; i < 10; i++)
            _bench.Apply(new GuildMemberRemoveEvent(Guild, user));
        _bench.StateOf(10)!.MemberCount.ShouldBe(0);
    }

    [Fact]
    public void Apply_GuildNotKnown_ChangesNothing()
    {
        var change = _bench.Apply(new GuildRoleCreateEvent(Guild, StateBench.RoleOf(12)));

        change.ShouldBe(new StateChange(change.Event, Guild));
        _bench.Guilds.Count.ShouldBe(0);
    }

    [Fact]
    public void Apply_ChannelOfADirectMessage_BelongsToNoGuild() =>
        _bench.Apply(new ChannelCreateEvent(StateBench.ChannelOf(20))).GuildId.ShouldBeNull();

    [Fact]
    public void Apply_GuildOfTenThousandRoles_IsNoTrouble()
    {
        var guild = StateBench.GuildOf(10, [.. Enumerable.Range(1, 500).Select(id => StateBench.ChannelOf((ulong)id))]) with
        {
            Roles = [.. Enumerable.Range(1, 10_000).Select(id => StateBench.RoleOf((ulong)id))],
        };
        _bench.Apply(new GuildCreateEvent(guild));

        for (ulong id = 1; id <= 1000; id++)
            _bench.Apply(new GuildRoleUpdateEvent(Guild, StateBench.RoleOf(id, "renamed")));

        var state = _bench.StateOf(10)!;
        state.Roles.Count.ShouldBe(10_000);
        state.Channels.Count.ShouldBe(500);
        state.Roles.Values.Count(role => role.Name == "renamed").ShouldBe(1000);
    }

    [Fact]
    public void Concern_EveryUpdate_IsOfACatalogedEvent()
    {
        var cataloged = EventCatalog.Discord.All.Where(descriptor => _bench.Updates.Concern(descriptor.EventType)).Select(descriptor => descriptor.Name);

        string[] noStateOf =
            ["RESUMED", "MESSAGE_CREATE", "INTERACTION_CREATE", "GUILD_BAN_ADD", "GUILD_BAN_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE"];
        cataloged.ShouldBe(EventCatalog.Discord.All.Select(descriptor => descriptor.Name).Except(noStateOf), ignoreOrder: true);
    }

    private static GuildCreateKind Kind(StateChange change) => change.Event.ShouldBeOfType<GuildCreateEvent>().Kind;
}
