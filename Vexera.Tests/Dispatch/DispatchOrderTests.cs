using System.Collections.Concurrent;
using CsCheck;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Tests.Dispatch;

public sealed class DispatchOrderTests : IAsyncDisposable
{
    private readonly ControlledHandler<MessageCreateEvent> _handler = new();
    private readonly SecondHandler<MessageCreateEvent> _second = new();
    private DispatchBench? _bench;

    public ValueTask DisposeAsync() => _bench?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Events_OfOneGuild_AreHandledOneAfterTheOther()
    {
        var bench = Bench();
        await bench.MessageAsync(10, 1);
        await bench.MessageAsync(10, 2);
        var first = await _handler.NextAsync();
        await bench.MessageAsync(10, 3);

        IdOf(first).ShouldBe(1UL);
        _handler.HasNext.ShouldBeFalse();
        first.End();
        var second = await _handler.NextAsync();
        IdOf(second).ShouldBe(2UL);
        second.End();
        IdOf(await _handler.NextAsync()).ShouldBe(3UL);
    }

    [Fact]
    public async Task Events_OfOtherGuilds_DoNotWait()
    {
        var bench = Bench();
        await bench.MessageAsync(10, 1);
        var stuck = await _handler.NextAsync();

        for (ulong guild = 11; guild < 40; guild++)
        {
            await bench.MessageAsync(guild, guild);
            var call = await _handler.NextAsync();
            IdOf(call).ShouldBe(guild);
            call.End();
        }

        stuck.Ended.Task.IsCompleted.ShouldBeFalse();
        bench.Dispatcher.Queued.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Events_ForAnotherHandler_DoNotWait()
    {
        var bench = Bench(both: true);
        await bench.MessageAsync(10, 1);
        await bench.MessageAsync(10, 2);
        await _handler.NextAsync();

        for (ulong id = 1; id <= 2; id++)
        {
            var call = await _second.NextAsync();
            IdOf(call).ShouldBe(id);
            call.End();
        }

        _handler.HasNext.ShouldBeFalse();
    }

    [Fact]
    public async Task Events_OfDirectMessages_AreOrderedByChannel()
    {
        var bench = Bench();
        await bench.MessageAsync(0, 1, channel: 100);
        await bench.MessageAsync(0, 2, channel: 100);
        await bench.MessageAsync(0, 3, channel: 200);

        ulong[] begun = [IdOf(await _handler.NextAsync()), IdOf(await _handler.NextAsync())];

        begun.ShouldBe([1UL, 3UL], ignoreOrder: true);
        _handler.HasNext.ShouldBeFalse();
    }

    [Fact]
    public async Task Events_HandlerBlocksItsThread_OthersGoOn()
    {
        var bench = Bench();
        using var release = new ManualResetEventSlim();
        _handler.Behavior = call =>
        {
            if (call.Context.GuildId!.Value.Value == 10)
                release.Wait(TestContext.Current.CancellationToken);
            return ValueTask.CompletedTask;
        };
        await bench.MessageAsync(10, 1);
        await _handler.NextAsync();

        for (ulong guild = 11; guild < 15; guild++)
        {
            await bench.MessageAsync(guild, guild);
            (await _handler.NextAsync()).Context.GuildId!.Value.Value.ShouldBe(guild);
        }

        release.Set();
        await bench.IdleAsync();
    }

    [Fact]
    public async Task Events_HandlersHoldEveryThread_AnotherIsFoundAfterAWhile()
    {
        var bench = Bench(new DispatchOptions { MaxParallel = Environment.ProcessorCount + 1 });
        using var release = new ManualResetEventSlim();
        _handler.Behavior = call =>
        {
            if (call.Context.GuildId!.Value.Value < 1000)
                release.Wait(TestContext.Current.CancellationToken);
            return ValueTask.CompletedTask;
        };
        for (ulong guild = 1; guild <= (ulong)Environment.ProcessorCount; guild++)
        {
            await bench.MessageAsync(guild, guild);
            await _handler.NextAsync();
        }

        await bench.MessageAsync(1000, 1000);
        _handler.HasNext.ShouldBeFalse("as many handlers hold a thread as there are processors");
        bench.Time.Advance(TimeSpan.FromMilliseconds(250));

        (await _handler.NextAsync()).Context.GuildId!.Value.Value.ShouldBe(1000UL);
        release.Set();
        await bench.IdleAsync();
    }

    [Fact]
    public async Task Calls_AtOnce_AreAtMostMaxParallel()
    {
        var bench = Bench(new DispatchOptions { MaxParallel = 2 });
        for (ulong guild = 10; guild < 15; guild++)
            await bench.MessageAsync(guild, guild);
        var running = new Queue<ControlledHandler<MessageCreateEvent>.Call>([await _handler.NextAsync(), await _handler.NextAsync()]);

        for (var i = 0; i < 3; i++)
        {
            _handler.HasNext.ShouldBeFalse();
            running.Dequeue().End();
            running.Enqueue(await _handler.NextAsync());
        }

        foreach (var call in running)
            call.End();
        await bench.IdleAsync();
    }

    [Fact]
    public async Task Lanes_WhenNothingWaits_AreGone()
    {
        var bench = Bench(both: true);
        _handler.Behavior = _second.Behavior = _ => ValueTask.CompletedTask;
        for (ulong guild = 1; guild <= 5000; guild++)
            await bench.MessageAsync(guild, guild);

        await bench.IdleAsync();

        bench.Dispatcher.Lanes.ShouldBe(0);
        bench.Pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task Events_FromManyShardsAtOnce_AllArriveInOrderOneAtATimeForEachGuild()
    {
        const int shards = 6, events = 4000, guildsEach = 7;
        var seen = new ConcurrentDictionary<ulong, List<ulong>>();
        var inside = new ConcurrentDictionary<ulong, int>();
        var overlaps = 0;
        var bench = Bench(new DispatchOptions { QueueLimit = 500, MaxParallel = 8 });
        _handler.Behavior = async call =>
        {
            var guild = call.Context.GuildId!.Value.Value;
            if (inside.AddOrUpdate(guild, 1, (_, count) => count + 1) != 1)
                Interlocked.Increment(ref overlaps);
            seen.GetOrAdd(guild, _ => []).Add(IdOf(call));
            if (IdOf(call) % 3 == 0)
                await Task.Yield();
            inside.AddOrUpdate(guild, 0, (_, count) => count - 1);
        };

        await Task.WhenAll(Enumerable.Range(0, shards).Select(shard => Task.Run(async () =>
        {
            for (ulong id = 1; id <= events; id++)
                await bench.MessageAsync(((ulong)shard * 1000) + 1 + (id % guildsEach), id, shardId: shard);
        })));
        await bench.IdleAsync();

        overlaps.ShouldBe(0);
        seen.Values.Sum(list => list.Count).ShouldBe(shards * events);
        foreach (var list in seen.Values)
            list.ShouldBe(list.Order());
    }

    [Fact]
    public async Task Events_AnyRunOfGuildsAndEndings_KeepTheirOrder() => await Gen.Select(Gen.ULong[1, 6], Gen.Bool).Array[1, 300].SampleAsync(
        async run =>
        {
            var handler = new ControlledHandler<MessageCreateEvent>();
            await using var bench = new DispatchBench(
                services => DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, handler),
                new DispatchOptions { MaxParallel = 3 });
            var seen = new ConcurrentDictionary<ulong, ConcurrentQueue<ulong>>();
            var endings = new ConcurrentQueue<ControlledHandler<MessageCreateEvent>.Call>();
            handler.Behavior = call =>
            {
                seen.GetOrAdd(call.Context.GuildId!.Value.Value, _ => []).Enqueue(IdOf(call));
                if (IdOf(call) % 2 == 0)
                    return ValueTask.CompletedTask;
                endings.Enqueue(call);
                return new ValueTask(call.Ended.Task);
            };
            for (var i = 0; i < run.Length; i++)
            {
                await bench.MessageAsync(run[i].Item1, (ulong)i + 1);
                if (run[i].Item2 && endings.TryDequeue(out var call))
                    call.End();
            }

            await DispatchBench.UntilAsync(() =>
            {
                while (endings.TryDequeue(out var call))
                    call.End();
                return bench.Dispatcher.Queued == 0;
            });
            foreach (var guild in run.Select((step, i) => (Guild: step.Item1, Id: (ulong)i + 1)).GroupBy(step => step.Guild, step => step.Id))
                seen[guild.Key].ShouldBe(guild);
        },
        iter: 50,
        threads: 1);

    private static ulong IdOf(ControlledHandler<MessageCreateEvent>.Call call) => call.Context.Event.Message.Id.Value;

    private DispatchBench Bench(DispatchOptions? options = null, bool both = false) => _bench = new DispatchBench(
        services =>
        {
            DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, _handler);
            if (both)
                DispatchBench.Add<MessageCreateEvent, SecondHandler<MessageCreateEvent>>(services, _second);
        },
        options);
}
