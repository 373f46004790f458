using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Tests.Dispatch;

public sealed class OverloadTests : IAsyncDisposable
{
    private static readonly EventCatalog WithTyping = new(
        [.. EventCatalog.Discord.All, new EventDescriptor<TypingStartEvent>("TYPING_START", _ => new TypingStartEvent())]);

    private readonly ControlledHandler<MessageCreateEvent> _messages = new();
    private readonly ControlledHandler<TypingStartEvent> _typing = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly ControlledHandler<InteractionCreateEvent> _interactions = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly ControlledHandler<GuildMemberRemoveEvent> _leaving = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly ControlledHandler<GuildCreateEvent> _guilds = new() { Behavior = _ => ValueTask.CompletedTask };
    private DispatchBench? _bench;

    public ValueTask DisposeAsync() => _bench?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task OnDispatch_QueueHalfFull_DropsTypingAndNothingElse()
    {
        var bench = Bench(new DispatchOptions { QueueLimit = 10 });
        for (ulong id = 1; id <= 4; id++)
            await bench.MessageAsync(10, id);
        await bench.SendAsync("TYPING_START", """{"guild_id":"11"}""");
        await _typing.NextAsync();
        await DispatchBench.UntilAsync(() => bench.Dispatcher.Queued == 4);

        await bench.MessageAsync(10, 5);
        await bench.SendAsync("TYPING_START", """{"guild_id":"11"}""");
        await bench.MessageAsync(10, 6);

        bench.Probe.Metrics.EventsShed.Total.ShouldBe(1);
        bench.Dispatcher.Queued.ShouldBe(6);
        await EndAllAsync(bench);
        _typing.HasNext.ShouldBeFalse();
    }

    [Fact]
    public async Task OnDispatch_QueueFull_WaitsUntilThereIsRoomAndLosesNothing()
    {
        var bench = Bench(new DispatchOptions { QueueLimit = 8 });
        for (ulong id = 1; id <= 8; id++)
            await bench.MessageAsync(10, id).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var ninth = bench.MessageAsync(10, 9);
        ninth.IsCompleted.ShouldBeFalse();
        bench.Dispatcher.Queued.ShouldBe(8);
        (await _messages.NextAsync()).End();

        await ninth.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        for (ulong id = 2; id <= 9; id++)
        {
            var call = await _messages.NextAsync();
            call.Context.Event.Message.Id.ShouldBe(new Snowflake(id));
            call.End();
        }

        bench.Probe.Metrics.EventsShed.Total.ShouldBe(0);
    }

    [Fact]
    public async Task OnDispatch_QueueFull_StateChangesAllTheSame()
    {
        var bench = Bench(new DispatchOptions { QueueLimit = 2 });
        await bench.MessageAsync(10, 1);
        await bench.MessageAsync(10, 2);
        var waiting = bench.MessageAsync(10, 3);

        var change = bench.GuildAsync(10);

        waiting.IsCompleted.ShouldBeFalse();
        change.IsCompleted.ShouldBeFalse("its handler waits for room, the state does not");
        bench.Guilds.TryGet(new Snowflake(10), out var state).ShouldBeTrue();
        state!.Name.ShouldBe("guild 10");
    }

    [Fact]
    public async Task OnDispatch_BytesFull_WaitsToo()
    {
        var bench = Bench(new DispatchOptions { QueueMegabytes = 1 });
        var content = new string('x', 100_000);
        var sent = 0;
        Task last;
        do
        {
            last = bench.SendAsync("MESSAGE_CREATE", $$"""{"id":"1","channel_id":"2","author":{"id":"3","username":"n"},"content":"{{content}}","guild_id":"10"}""");
            sent++;
        }
        while (last.IsCompleted && sent < 100);

        sent.ShouldBe(12);
        bench.Pool.Out.ShouldBe(12);
        await EndAllAsync(bench);
        bench.Pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task OnDispatch_ManyShardsAndAFullQueue_HoldTheLimitAndOneEventEach()
    {
        const int limit = 8, shards = 50;
        var bench = Bench(new DispatchOptions { QueueLimit = limit });
        for (ulong id = 1; id <= limit; id++)
            await bench.MessageAsync(10, id);

        var waiting = Enumerable.Range(1, shards).Select(shard => bench.MessageAsync((ulong)(100 + shard), 1, shardId: shard)).ToList();

        waiting.ShouldAllBe(sending => !sending.IsCompleted);
        bench.Dispatcher.Queued.ShouldBe(limit);
        bench.Pool.Out.ShouldBe(limit + shards);
        for (var call = 0; call < limit + shards; call++)
            (await _messages.NextAsync()).End();
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await bench.IdleAsync();
        bench.Pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task OnDispatch_QueueFull_EveryCommandModerationAndGuildEventIsHandledLater()
    {
        var bench = Bench(new DispatchOptions { QueueLimit = 2 });
        await bench.MessageAsync(10, 1);
        await bench.MessageAsync(10, 2);
        Task[] waiting =
        [
            bench.SendAsync("INTERACTION_CREATE", """{"id":"1","application_id":"2","type":2,"token":"t","guild_id":"11","channel_id":"5"}""", shardId: 1),
            bench.SendAsync("GUILD_MEMBER_REMOVE", """{"guild_id":"11","user":{"id":"3","username":"ann"}}""", shardId: 2),
            bench.SendAsync("GUILD_CREATE", """{"id":"12","name":"guild 12","owner_id":"1"}""", shardId: 3),
        ];
        waiting.ShouldAllBe(sending => !sending.IsCompleted);

        (await _messages.NextAsync()).End();
        (await _messages.NextAsync()).End();

        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        (await _interactions.NextAsync()).Context.GuildId.ShouldBe(new Snowflake(11));
        (await _leaving.NextAsync()).Context.GuildId.ShouldBe(new Snowflake(11));
        (await _guilds.NextAsync()).Context.GuildId.ShouldBe(new Snowflake(12));
        bench.Probe.Metrics.EventsShed.Total.ShouldBe(0);
    }

    [Fact]
    public async Task OnDispatch_StoppedWhileWaiting_DoesNotTakeTheEvent()
    {
        var bench = Bench(new DispatchOptions { QueueLimit = 1 });
        await bench.MessageAsync(10, 1);
        using var stopping = new CancellationTokenSource();
        var waiting = bench.SendAsync(
            "MESSAGE_CREATE",
            """{"id":"2","channel_id":"2","author":{"id":"3","username":"n"},"guild_id":"10"}"""u8.ToArray(),
            shardId: 0,
            "session",
            stopping.Token);

        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        bench.Dispatcher.Queued.ShouldBe(1);
        bench.Pool.Out.ShouldBe(1);
    }

    [Theory]
    [InlineData("MESSAGE_CREATE")]
    [InlineData("INTERACTION_CREATE")]
    [InlineData("GUILD_CREATE")]
    [InlineData("GUILD_ROLE_DELETE")]
    [InlineData("GUILD_BAN_ADD")]
    [InlineData("GUILD_AUDIT_LOG_ENTRY_CREATE")]
    [InlineData("MESSAGE_UPDATE")]
    public void DroppedFrom_CommandsModerationAndState_IsNever(string name) => SheddingOrder.DroppedFrom(name).ShouldBe(SheddingOrder.Never);

    [Fact]
    public void DroppedFrom_TypingAndPresence_IsBeforeAllOthers()
    {
        string[] first = ["TYPING_START", "PRESENCE_UPDATE"];
        string[] later = ["MESSAGE_REACTION_ADD", "VOICE_STATE_UPDATE", "MESSAGE_DELETE"];

        first.Max(SheddingOrder.DroppedFrom).ShouldBeLessThan(later.Min(SheddingOrder.DroppedFrom));
    }

    private async Task EndAllAsync(DispatchBench bench)
    {
        while (bench.Dispatcher.Queued > 0)
        {
            (await _messages.NextAsync()).End();
            await DispatchBench.UntilAsync(() => _messages.HasNext || bench.Dispatcher.Queued == 0);
        }
    }

    private DispatchBench Bench(DispatchOptions options) => _bench = new DispatchBench(
        services =>
        {
            DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _messages);
            DispatchBench.Add<TypingStartEvent, ControlledHandler<TypingStartEvent>>(services, _typing);
            DispatchBench.Add<InteractionCreateEvent, ControlledHandler<InteractionCreateEvent>>(services, _interactions);
            DispatchBench.Add<GuildMemberRemoveEvent, ControlledHandler<GuildMemberRemoveEvent>>(services, _leaving);
            DispatchBench.Add<GuildCreateEvent, ControlledHandler<GuildCreateEvent>>(services, _guilds);
        },
        options,
        WithTyping);

    internal sealed record TypingStartEvent;
}
