using System.Text;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;

namespace Vexera.Tests.Dispatch;

/// <summary>Which events count as handled, so that a restart does not hand them to handlers again.</summary>
public sealed class HandledEventsTests : IAsyncDisposable
{
    private const string Ready = """{"user":{"id":"99","username":"vexera"},"application":{"id":"98"},"guilds":[],"shard":[0,1],"resume_gateway_url":"wss://resume.example"}""";
    private static readonly ShardKey Shard = new(0, 1);

    private readonly ControlledHandler<MessageCreateEvent> _messages = new();
    private readonly SecondHandler<MessageCreateEvent> _others = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly ControlledHandler<GuildLeftEvent> _left = new();
    private readonly ControlledHandler<GuildCreateEvent> _created = new() { Behavior = _ => ValueTask.CompletedTask };
    private readonly DispatchBench _bench;
    private SavedSession? _last;

    public HandledEventsTests() => _bench = new DispatchBench(services =>
    {
        DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _messages);
        DispatchBench.Add<MessageCreateEvent, SecondHandler<MessageCreateEvent>>(services, _others);
        DispatchBench.Add<GuildLeftEvent, ControlledHandler<GuildLeftEvent>>(services, _left);
        DispatchBench.Add<GuildCreateEvent, ControlledHandler<GuildCreateEvent>>(services, _created);
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task OnDispatch_EventNobodyHandles_CountsAtOnce()
    {
        await _bench.SendAsync("READY", Ready);
        await _bench.SendAsync("INTERACTION_CREATE", "{}");

        var session = Commit();
        session.Sequence.ShouldBe(2);
        session.SessionId.ShouldBe("session");
        session.ResumeUrl.ShouldBe("wss://resume.example");
    }

    [Fact]
    public async Task OnDispatch_OneOfTwoHandlersIsAtWork_DoesNotCountYetAndLaterOnesAreInTheWindow()
    {
        await _bench.SendAsync("READY", Ready);
        Commit();
        await _bench.MessageAsync(10, 1);
        var call = await _messages.NextAsync();
        await _bench.SendAsync("INTERACTION_CREATE", "{}");

        var session = Commit();
        session.Sequence.ShouldBe(1);
        HandledRuns.Decode(1, session.Handled).Contains(2).ShouldBeFalse();
        HandledRuns.Decode(1, session.Handled).Contains(3).ShouldBeTrue();

        call.End();
        await _bench.IdleAsync();
        Commit().Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task OnDispatch_HandledByAnEarlierProcess_ReachesStateAndNoHandler()
    {
        _bench.Journal.Restore([new SavedSession(Shard, "session", null, 0, new HandledRuns(3, [new Run(2, 1)]).Encode(0))]);

        await _bench.GuildAsync(10);
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(10, 2);
        await _bench.MessageAsync(10, 3);

        _bench.Guilds.TryGet(new(10), out _).ShouldBeTrue();
        _created.HasNext.ShouldBeFalse();
        (await _messages.NextAsync()).Context.Event.Message.Id.Value.ShouldBe(1UL);
        await _bench.HoldsAsync(2);
        _messages.HasNext.ShouldBeFalse();
        _bench.Probe.Total(_bench.Probe.Metrics.EventsReplayed).ShouldBe(2);
    }

    [Fact]
    public async Task OnDispatch_EventThatRaisesAnother_CountsWhenThatIsHandled()
    {
        await _bench.SendAsync("READY", Ready);
        await _bench.GuildAsync(10);
        await _bench.IdleAsync();
        Commit().Sequence.ShouldBe(2);

        await _bench.SendAsync("GUILD_DELETE", """{"id":"10"}""");
        var call = await _left.NextAsync();
        Commit().Sequence.ShouldBe(2);

        call.End();
        await _bench.IdleAsync();
        Commit().Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task Hold_HandlerReturnsBeforeItsWorkIsDone_CountsWhenItIs()
    {
        await _bench.SendAsync("READY", Ready);
        Commit();
        EventHold? hold = null;
        _messages.Behavior = call =>
        {
            hold = call.Context.Hold();
            return ValueTask.CompletedTask;
        };
        await _bench.MessageAsync(10, 1);
        await _bench.IdleAsync();

        Commit().Sequence.ShouldBe(1);
        hold!.Value.Done();
        Commit().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task OnDispatch_HandlerIsLeftBehind_CountsAsHandled()
    {
        await _bench.SendAsync("READY", Ready);
        await _bench.MessageAsync(10, 1);
        await _messages.NextAsync();
        _bench.PassDeadline();
        await DispatchBench.UntilAsync(() =>
        {
            _bench.PassGrace();
            return _bench.Dispatcher.Queued == 0;
        });

        Commit().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task StopAsync_WhatWasBrokenOffOrNeverBegun_IsHandledAgainAfterTheStart()
    {
        await _bench.SendAsync("READY", Ready);
        Commit();
        _messages.Behavior = call => new ValueTask(call.Ended.Task.WaitAsync(call.Token));
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(10, 2);
        await _messages.NextAsync();
        await _bench.HoldsAsync(2);
        var stopping = _bench.Dispatcher.StopAsync(Stop);
        _bench.Time.Advance(_bench.Settings.DrainTimeout);
        await stopping.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        Commit().Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task OnDispatch_StoppedWhileThereIsNoRoom_IsHandledAfterTheStart()
    {
        await using var bench = new DispatchBench(
            services => DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _messages),
            new DispatchOptions { QueueLimit = 1 });
        await bench.SendAsync("READY", Ready);
        await bench.MessageAsync(10, 1);
        var call = await _messages.NextAsync();
        using var stopping = new CancellationTokenSource();
        var waits = bench.SendAsync("MESSAGE_CREATE", Encoding.UTF8.GetBytes("""{"guild_id":"10"}"""), 0, "session", stopping.Token);
        await stopping.CancelAsync();
        await waits.ShouldThrowAsync<OperationCanceledException>();
        call.End();
        await bench.IdleAsync();

        Commit(bench).Sequence.ShouldBe(2);
    }

    private SavedSession Commit() => Commit(_bench);

    // What is on disk after a commit. What was committed before counts on when there is nothing new.
    private SavedSession Commit(DispatchBench bench)
    {
        for (var commit = bench.Journal.Prepare(); !commit.IsEmpty; commit = bench.Journal.Prepare())
        {
            _last = commit.State.Sessions.ShouldHaveSingleItem();
            bench.Journal.Committed(commit);
        }

        return _last.ShouldNotBeNull();
    }
}
