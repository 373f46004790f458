using Vexera.Core.Events;

namespace Vexera.Tests.Dispatch;

public sealed class DrainTests : IAsyncDisposable
{
    private readonly ControlledHandler<MessageCreateEvent> _handler = new();
    private readonly DispatchBench _bench;

    public DrainTests() => _bench = new DispatchBench(
        services => DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _handler));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task StopAsync_NothingWaits_IsDoneAtOnce()
    {
        await _bench.Dispatcher.StopAsync(Token);

        _bench.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task StopAsync_EventsWait_HandlesThemFirst()
    {
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(10, 2);
        var stopping = _bench.Dispatcher.StopAsync(Token);

        (await _handler.NextAsync()).End();
        stopping.IsCompleted.ShouldBeFalse();
        (await _handler.NextAsync()).End();

        await stopping.WaitAsync(TimeSpan.FromSeconds(30), Token);
        _bench.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task StopAsync_HandlersTakeTooLong_AsksThemToStopAndSaysWhatIsLeft()
    {
        _handler.Behavior = call => new ValueTask(call.Ended.Task.WaitAsync(call.Token));
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(10, 2);
        await _bench.MessageAsync(10, 3);
        var running = await _handler.NextAsync();
        var stopping = _bench.Dispatcher.StopAsync(Token);

        _bench.Time.Advance(_bench.Settings.DrainTimeout);

        await stopping.WaitAsync(TimeSpan.FromSeconds(30), Token);
        running.Token.IsCancellationRequested.ShouldBeTrue();
        _handler.HasNext.ShouldBeFalse();
        _bench.Log.Lines.ShouldHaveSingleItem().Text.ShouldContain("2 events were not yet handled, and 0 handlers");
        _bench.Probe.Total(_bench.Probe.Metrics.HandlersFailed).ShouldBe(0);
        _bench.Pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task StopAsync_HandlerDoesNotStop_EndsAfterTheGrace()
    {
        await _bench.MessageAsync(10, 1);
        await _handler.NextAsync();
        var stopping = _bench.Dispatcher.StopAsync(Token);

        await DispatchBench.UntilAsync(() =>
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(1));
            return stopping.IsCompleted;
        });

        await stopping;
        _bench.Log.Lines.ShouldContain(line => line.Text.Contains("1 handlers had not ended", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StopAsync_HostLosesPatience_DoesNotWait()
    {
        await _bench.MessageAsync(10, 1);
        await _handler.NextAsync();
        using var patience = new CancellationTokenSource();
        var stopping = _bench.Dispatcher.StopAsync(patience.Token);

        await patience.CancelAsync();

        await stopping.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }
}
