using System.Text;
using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Tests.Events;

namespace Vexera.Tests.Dispatch;

public sealed class EventPipelineTests : IAsyncDisposable
{
    private const string Ready = """{"user":{"id":"99","username":"vexera"},"application":{"id":"98"},"guilds":[{"id":"10","unavailable":true}],"shard":[0,1]}""";

    private readonly ControlledHandler<MessageCreateEvent> _messages = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly ControlledHandler<GuildCreateEvent> _created = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly ControlledHandler<GuildLeftEvent> _left = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly ControlledHandler<ChannelUpdateEvent> _channels = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly DispatchBench _bench;

    public EventPipelineTests() => _bench = new DispatchBench(services =>
    {
        DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _messages);
        DispatchBench.Add<GuildCreateEvent, ControlledHandler<GuildCreateEvent>>(services, _created);
        DispatchBench.Add<GuildLeftEvent, ControlledHandler<GuildLeftEvent>>(services, _left);
        DispatchBench.Add<ChannelUpdateEvent, ControlledHandler<ChannelUpdateEvent>>(services, _channels);
    });

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task OnDispatch_UnknownEvent_IsCountedAndSkipped()
    {
        await _bench.SendAsync("SOMETHING_NEW", "not even JSON");

        _bench.Probe.Metrics.EventsReceived.Total.ShouldBe(1);
        _bench.Probe.Metrics.EventsSkipped.Total.ShouldBe(1);
        _bench.Probe.Total(_bench.Probe.Metrics.EventsMalformed).ShouldBe(0);
        _bench.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task OnDispatch_EventNobodyWants_IsLeftUnread()
    {
        await _bench.SendAsync("INTERACTION_CREATE", "not even JSON");

        _bench.Probe.Metrics.EventsSkipped.Total.ShouldBe(1);
        _bench.Probe.Total(_bench.Probe.Metrics.EventsMalformed).ShouldBe(0);
    }

    [Fact]
    public async Task OnDispatch_UpdateOfAMemberThatIsNotTheBot_IsLeftUnread()
    {
        await _bench.SendAsync("READY", Ready);
        await _bench.GuildAsync(10);
        var before = _bench.Guilds.TryGet(new Snowflake(10), out var known) ? known : null;

        await _bench.SendAsync("GUILD_MEMBER_UPDATE", """{"guild_id":"10","user":{"id":"55","username":"not read":}}""");

        _bench.Probe.Total(_bench.Probe.Metrics.EventsMalformed).ShouldBe(0);
        _bench.Probe.Metrics.EventsSkipped.Total.ShouldBe(1);
        (_bench.Guilds.TryGet(new Snowflake(10), out known) ? known : null).ShouldBeSameAs(before.ShouldNotBeNull());
    }

    [Fact]
    public async Task OnDispatch_UpdateOfTheBotItself_IsApplied()
    {
        await _bench.SendAsync("READY", Ready);
        await _bench.GuildAsync(10);

        await _bench.SendAsync("GUILD_MEMBER_UPDATE", """{"guild_id":"10","user":{"id":"99","username":"vexera"},"roles":["77"]}""");

        (_bench.Guilds.TryGet(new Snowflake(10), out var known) ? known : null).ShouldNotBeNull().Self!.Roles.ShouldBe([new Snowflake(77)]);
    }

    [Fact]
    public async Task OnDispatch_MalformedStateEvent_IsCountedLoggedAndTheNextGoesThrough()
    {
        await _bench.SendAsync("GUILD_CREATE", """{"id":"10","name":null,"owner_id":"1"}""");
        await _bench.GuildAsync(10);

        (await _created.NextAsync()).Context.Event.Guild.Name.ShouldBe("guild 10");
        _bench.Probe.Total(_bench.Probe.Metrics.EventsMalformed).ShouldBe(1);
        _bench.Log.Lines.ShouldHaveSingleItem().Text.ShouldContain("GUILD_CREATE");
    }

    [Fact]
    public async Task OnDispatch_Message_CarriesTheGuildsStateOfTheMomentAtWhichItIsAskedFor()
    {
        await _bench.GuildAsync(10);
        await _bench.MessageAsync(10, 1);
        var message = (await _messages.NextAsync()).Context;

        await _bench.SendAsync("GUILD_UPDATE", """{"id":"10","name":"renamed","owner_id":"1"}""");
        message.After!.Name.ShouldBe("renamed");
        await _bench.SendAsync("GUILD_UPDATE", """{"id":"10","name":"renamed again","owner_id":"1"}""");

        message.After!.Name.ShouldBe("renamed");
        message.Before.ShouldBeSameAs(message.After);
        message.GuildId.ShouldBe(new Snowflake(10));
        message.Origin.SessionId.ShouldBe("session");
    }

    [Fact]
    public async Task OnDispatch_StateEvent_CarriesBeforeAndAfter()
    {
        await _bench.GuildAsync(10);
        await _bench.SendAsync("CHANNEL_CREATE", """{"id":"20","guild_id":"10","type":0,"name":"old"}""");
        await _bench.SendAsync("CHANNEL_UPDATE", """{"id":"20","guild_id":"10","type":0,"name":"new"}""");

        var context = (await _channels.NextAsync()).Context;

        context.Before!.Channels[new Snowflake(20)].Name.ShouldBe("old");
        context.After!.Channels[new Snowflake(20)].Name.ShouldBe("new");
        context.Event.Channel.Name.ShouldBe("new");
    }

    [Fact]
    public async Task OnDispatch_GuildCreate_SaysWhichKind()
    {
        await _bench.SendAsync("READY", Ready);
        await _bench.GuildAsync(10);
        await _bench.GuildAsync(11);

        var kinds = new[] { await _created.NextAsync(), await _created.NextAsync() }
            .ToDictionary(call => call.Context.GuildId!.Value.Value, call => call.Context.Event.Kind);

        kinds[10].ShouldBe(GuildCreateKind.AtReady);
        kinds[11].ShouldBe(GuildCreateKind.Joined);
    }

    [Fact]
    public async Task OnDispatch_Removed_RaisesGuildLeftWithWhatWasKnown()
    {
        await _bench.GuildAsync(10);
        await _bench.SendAsync("GUILD_DELETE", """{"id":"10"}""");

        var context = (await _left.NextAsync()).Context;

        context.Event.ShouldBe(new GuildLeftEvent(new Snowflake(10), GuildLeftReason.Removed));
        context.Before!.Name.ShouldBe("guild 10");
        context.After.ShouldBeNull();
        _bench.Guilds.Count.ShouldBe(0);
    }

    [Fact]
    public async Task OnDispatch_ReadyWithoutAKnownGuild_RaisesGuildLeftWhileAway()
    {
        await _bench.GuildAsync(10);
        await _bench.GuildAsync(11);
        await _bench.SendAsync("READY", Ready, session: "next");

        (await _left.NextAsync()).Context.Event.ShouldBe(new GuildLeftEvent(new Snowflake(11), GuildLeftReason.WhileAway));
        _bench.Guilds.Count.ShouldBe(1);
    }

    [Fact]
    public async Task OnDispatch_LateEventOfAnEndedSession_ChangesNothing()
    {
        await _bench.SendAsync("READY", Ready, session: "first");
        await _bench.SendAsync("READY", Ready, session: "second");
        await _bench.SendAsync("GUILD_CREATE", """{"id":"10","name":"late","owner_id":"1"}""", session: "first");

        _bench.Guilds.TryGet(new Snowflake(10), out _).ShouldBeFalse();
        _bench.Probe.Total(_bench.Probe.Metrics.EventsStale).ShouldBe(1);
        _created.HasNext.ShouldBeFalse();
    }

    [Fact]
    public async Task OnDispatch_GuildInAnOutageFromTheStart_IsNotYetThere()
    {
        await _bench.SendAsync("GUILD_CREATE", """{"id":"10","unavailable":true}""");

        _bench.Guilds.Count.ShouldBe(0);
        _bench.Probe.Total(_bench.Probe.Metrics.EventsMalformed).ShouldBe(0);
    }

    [Fact]
    public async Task OnDispatch_AnyBytes_NeverThrowsAndLeaksNoBuffer()
    {
        var samples = EventSamples.All.Select(pair => (pair.Key, Encoding.UTF8.GetBytes(pair.Value.Full))).ToArray();
        var damaged = Gen.Select(Gen.OneOf(samples), Gen.Int[0, 5000], Gen.Byte, Gen.Bool);
        await damaged.SampleAsync(
            async damage =>
            {
                var ((name, full), at, value, cut) = damage;
                var bytes = full.ToArray();
                bytes[at % bytes.Length] = value;
                await _bench.SendAsync(name, cut ? bytes[..(at % bytes.Length)] : bytes);
            },
            iter: 1500,
            threads: 1);

        await _bench.GuildAsync(77);
        _bench.Guilds.TryGet(new Snowflake(77), out _).ShouldBeTrue();
        await _bench.IdleAsync();
        _bench.Pool.Out.ShouldBe(0);
        _bench.Log.Lines.ShouldAllBe(line => line.EventId == 3000);
    }

    [Fact]
    public async Task OnDispatch_GuildOfTenThousandRoles_DisturbsNobody()
    {
        var roles = string.Join(',', Enumerable.Range(1, 10_000).Select(id => $$"""{"id":"{{id}}","name":"role {{id}}","permissions":"0"}"""));
        var channels = string.Join(',', Enumerable.Range(1, 500).Select(id => $$"""{"id":"{{id}}","type":0,"name":"c"}"""));
        await _bench.SendAsync("GUILD_CREATE", $$"""{"id":"10","name":"huge","owner_id":"1","roles":[{{roles}}],"channels":[{{channels}}]}""");
        await _bench.MessageAsync(11, 1);

        (await _messages.NextAsync()).Context.GuildId.ShouldBe(new Snowflake(11));
        _bench.Guilds.TryGet(new Snowflake(10), out var state).ShouldBeTrue();
        state!.Roles.Count.ShouldBe(10_000);
    }

    [Fact]
    public async Task Start_HandlerThatCannotBeMade_FailsAtOnce()
    {
        await using var bench = new DispatchBench(services => services.AddEventHandler<MessageCreateEvent, NeedsWhatIsNotThere>("Test"));

        await Should.ThrowAsync<InvalidOperationException>(() => bench.Dispatcher.StartAsync(TestContext.Current.CancellationToken));
    }

    private sealed class NeedsWhatIsNotThere(IComparable<EventPipelineTests> missing) : IEventHandler<MessageCreateEvent>
    {
        public ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken) =>
            missing.CompareTo(null) == 0 ? ValueTask.CompletedTask : throw new InvalidOperationException();
    }
}
