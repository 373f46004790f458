using Vexera.Core.Events;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Tests.Dispatch;

/// <summary>What the meters say of events and handlers.</summary>
public sealed class DispatchMetersTests : IAsyncDisposable
{
    private readonly ControlledHandler<MessageCreateEvent> _messages = new();
    private readonly DispatchBench _bench;
    private readonly MeterValues _values;

    public DispatchMetersTests()
    {
        _bench = new DispatchBench(services => DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _messages));
        _values = new MeterValues(_bench.Probe.Meters);
    }

    public async ValueTask DisposeAsync()
    {
        _values.Dispose();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task Handle_WhileItWaits_IsInTheQueueAndThenHandledWithItsTimes()
    {
        var waiting = new TaskCompletionSource();
        _messages.Behavior = _ => new ValueTask(waiting.Task);
        await _bench.MessageAsync(guild: 1, id: 2);
        await _messages.NextAsync();

        _values.Read("vexera.dispatch.queued").ShouldHaveSingleItem().Sum.ShouldBe(1);
        _values.Read("vexera.dispatch.queued_bytes").ShouldHaveSingleItem().Sum.ShouldBeGreaterThan(0);
        _values.Read("vexera.events.handled").ShouldBeEmpty();
        _bench.Time.Advance(TimeSpan.FromSeconds(3));
        waiting.SetResult();
        await _bench.IdleAsync();

        _values.Read("vexera.dispatch.queued").ShouldHaveSingleItem().Sum.ShouldBe(0);
        var handled = _values.Read("vexera.events.handled").ShouldHaveSingleItem();
        handled.Sum.ShouldBe(1);
        handled.Tag("event").ShouldBe("MESSAGE_CREATE");
        handled.Tag("module").ShouldBe("Test");
        var duration = _values.Read("vexera.handlers.duration").ShouldHaveSingleItem();
        duration.Tag("module").ShouldBe("Test");
        duration.Sum.ShouldBe(3);
        _values.Read("vexera.dispatch.delay").ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_ManyThatDoNotWait_AreAllCountedAndSomeMeasured()
    {
        _messages.Behavior = _ => ValueTask.CompletedTask;
        for (var id = 1UL; id <= 1_000; id++)
            await _bench.MessageAsync(guild: id, id);
        await _bench.IdleAsync();

        _values.Read("vexera.events.received").ShouldHaveSingleItem().Sum.ShouldBe(1_000);
        _values.Read("vexera.events.handled").ShouldHaveSingleItem().Sum.ShouldBe(1_000);
        // The clock stands still: about one on each processor.
        _values.Read("vexera.handlers.duration").ShouldHaveSingleItem().Count.ShouldBeInRange(1, 100);
    }
}
