using Microsoft.Extensions.Logging;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Tests.Dispatch;

public sealed class HandlerFailureTests : IAsyncDisposable
{
    private const int Shared = 64;
    private readonly ControlledHandler<MessageCreateEvent> _handler = new();
    private readonly SecondHandler<MessageCreateEvent> _second = new();
    private DispatchBench _bench;

    public HandlerFailureTests() => _bench = Bench(maxParallel: 4);

    private long Failures => _bench.Probe.Total(_bench.Probe.Metrics.HandlersFailed);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handler_Throws_IsCountedLoggedAndHarmsNobody(bool atOnce)
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        _handler.Behavior = async _ =>
        {
            if (!atOnce)
                await Task.Yield();
            throw new InvalidOperationException("mistake");
        };
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(10, 2);

        await _handler.NextAsync();
        await _handler.NextAsync();
        await _second.NextAsync();
        await _second.NextAsync();
        await _bench.IdleAsync();

        Failures.ShouldBe(2);
        var line = _bench.Log.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Text.ShouldContain("mistake");
        _bench.Pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task Handler_PastItsDeadline_IsAskedToStopAndCountedOnce()
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        _handler.Behavior = call => new ValueTask(call.Ended.Task.WaitAsync(call.Token));
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(10, 2);
        var first = await _handler.NextAsync();
        await _bench.HoldsAsync(2);

        _bench.Time.Advance(_bench.Settings.HandlerDeadline - TimeSpan.FromMilliseconds(1));
        first.Token.IsCancellationRequested.ShouldBeFalse();
        _bench.Time.Advance(TimeSpan.FromSeconds(1));

        var second = await _handler.NextAsync();
        first.Token.IsCancellationRequested.ShouldBeTrue();
        second.Token.IsCancellationRequested.ShouldBeFalse();
        second.End();
        await _bench.IdleAsync();
        Failures.ShouldBe(1);
        _bench.Pool.Out.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handler_PastItsGrace_IsLeftBehindAndTheGuildGoesOn(bool blocksItsThread)
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        using var release = new ManualResetEventSlim();
        var stuck = new TaskCompletionSource();
        _handler.Behavior = call =>
        {
            if (call.Context.Event.Message.Id.Value > 1)
                return ValueTask.CompletedTask;
            if (!blocksItsThread)
                return new ValueTask(stuck.Task);
            release.Wait(TestContext.Current.CancellationToken);
            return ValueTask.CompletedTask;
        };
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(10, 2);
        var first = await _handler.NextAsync();
        if (!blocksItsThread)
            await _bench.HoldsAsync(2);

        _bench.PassDeadline();
        first.Token.IsCancellationRequested.ShouldBeTrue();
        _handler.HasNext.ShouldBeFalse();
        _bench.PassGrace();

        (await _handler.NextAsync()).Context.Event.Message.Id.Value.ShouldBe(2UL);
        await _bench.IdleAsync();
        Failures.ShouldBe(1);

        // It may go on reading its event, and when it ends after all, nothing happens twice.
        first.Context.Event.Message.Content.ShouldBe("hi");
        release.Set();
        stuck.TrySetResult();
        await _bench.MessageAsync(10, 3);
        (await _handler.NextAsync()).Context.Event.Message.Id.Value.ShouldBe(3UL);
        await _bench.IdleAsync();
        Failures.ShouldBe(1);
        _bench.Dispatcher.Queued.ShouldBe(0);
    }

    [Fact]
    public async Task Handler_SlowInEveryGuild_LeavesWorkersToOthers()
    {
        _bench = Bench(Shared);
        var calls = new List<ControlledHandler<MessageCreateEvent>.Call>();
        for (ulong guild = 1; guild <= 4 * Shared; guild++)
        {
            await _bench.MessageAsync(guild, guild);
            (await _second.NextAsync()).End();
        }

        await _bench.HoldsAsync(4 * Shared);
        while (_handler.HasNext)
            calls.Add(await _handler.NextAsync());
        calls.Count.ShouldBeInRange(Shared / 2, Shared * 3 / 4);
        for (var next = 0; next < 4 * Shared; next++)
        {
            if (next >= calls.Count)
                calls.Add(await _handler.NextAsync());
            calls[next].End();
        }

        await _bench.IdleAsync();
        Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Handler_SlowInEveryGuildAndLeftBehind_GoesOnWithWhatWasPutAside()
    {
        _bench = Bench(Shared);
        _second.Behavior = _ => ValueTask.CompletedTask;
        for (ulong guild = 1; guild <= 4 * Shared; guild++)
            await _bench.MessageAsync(guild, guild);
        await _bench.HoldsAsync(4 * Shared);
        var stuck = 0;
        for (; _handler.HasNext; stuck++)
            await _handler.NextAsync();

        _handler.Behavior = _ => ValueTask.CompletedTask;
        _bench.PassDeadline();
        _bench.PassGrace();

        await _bench.IdleAsync();
        Failures.ShouldBe(stuck);
    }

    [Fact]
    public async Task Handlers_AllStuck_AreReplacedSoThatWorkGoesOn()
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        var stuck = new TaskCompletionSource();
        _handler.Behavior = call => call.Context.GuildId!.Value.Value < 20 ? new ValueTask(stuck.Task) : ValueTask.CompletedTask;
        for (ulong guild = 10; guild < 14; guild++)
        {
            await _bench.MessageAsync(guild, guild);
            await _handler.NextAsync();
        }

        await _bench.MessageAsync(20, 20);
        _handler.HasNext.ShouldBeFalse();
        _bench.PassDeadline();
        _bench.PassGrace();

        (await _handler.NextAsync()).Context.GuildId!.Value.Value.ShouldBe(20UL);
        await _bench.IdleAsync();
        Failures.ShouldBe(4);
    }

    [Fact]
    public async Task LendThread_AllHandlersWait_GivesTheThreadBack()
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        var calls = new List<ControlledHandler<MessageCreateEvent>.Call>();
        for (ulong guild = 10; guild < 14; guild++)
        {
            await _bench.MessageAsync(guild, guild);
            calls.Add(await _handler.NextAsync());
        }

        await _bench.MessageAsync(20, 20);
        await Task.Run(_bench.Dispatcher.LendThread, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        calls.ForEach(call => call.End());
        (await _handler.NextAsync()).End();
        await _bench.IdleAsync();
        Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Handler_AfterOneWasCancelled_GetsAFreshToken()
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        for (ulong id = 1; id <= 5; id++)
        {
            await _bench.MessageAsync(10, id);
            var call = await _handler.NextAsync();
            call.Token.IsCancellationRequested.ShouldBeFalse();
            await _bench.HoldsAsync(1);
            _bench.PassDeadline();
            call.Token.IsCancellationRequested.ShouldBeTrue();
            call.End();
            await _bench.IdleAsync();
        }

        Failures.ShouldBe(5);
    }

    [Fact]
    public async Task Handler_WhatItRegisteredThrows_IsItsOwnTrouble()
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        await _bench.MessageAsync(10, 1);
        var call = await _handler.NextAsync();
        await using var registration = call.Token.Register(() => throw new InvalidOperationException("callback"));
        await _bench.HoldsAsync(1);

        _bench.PassDeadline();
        call.End();

        await _bench.MessageAsync(10, 2);
        (await _handler.NextAsync()).End();
        await _bench.IdleAsync();
        Failures.ShouldBe(1);
    }

    [Fact]
    public async Task Event_Malformed_IsCountedOnceAndNoFailureOfItsHandlers()
    {
        _handler.Behavior = _second.Behavior = call =>
        {
            call.Context.Event.ShouldNotBeNull();
            return ValueTask.CompletedTask;
        };
        await _bench.SendAsync("MESSAGE_CREATE", """{"id":"1","channel_id":"2","author":null,"guild_id":"10"}""");
        await _handler.NextAsync();
        await _second.NextAsync();
        await _bench.IdleAsync();

        Failures.ShouldBe(0);
        _bench.Probe.Total(_bench.Probe.Metrics.EventsMalformed).ShouldBe(1);
        _bench.Log.Lines.ShouldHaveSingleItem().Text.ShouldContain("MESSAGE_CREATE");
        _bench.Pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task Event_ReadAfterItsHandlersAreDone_IsThereOnlyIfReadBefore()
    {
        _second.Behavior = _ => ValueTask.CompletedTask;
        _handler.Behavior = call =>
        {
            if (call.Context.GuildId!.Value.Value == 10)
                call.Context.Event.Message.Content.ShouldBe("hi");
            return ValueTask.CompletedTask;
        };
        await _bench.MessageAsync(10, 1);
        await _bench.MessageAsync(11, 2);
        var calls = new[] { await _handler.NextAsync(), await _handler.NextAsync() }.OrderBy(call => call.Context.GuildId).ToArray();
        await _bench.IdleAsync();

        calls[0].Context.Event.Message.Content.ShouldBe("hi");
        Should.Throw<InvalidOperationException>(() => calls[1].Context.Event);
    }

    private DispatchBench Bench(int maxParallel) => new(
        services =>
        {
            DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _handler);
            DispatchBench.Add<MessageCreateEvent, SecondHandler<MessageCreateEvent>>(services, _second);
        },
        new DispatchOptions { MaxParallel = maxParallel });
}
