using System.Collections.Concurrent;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>What every identify gate must do. An implementation's tests derive from this.</summary>
public abstract class IdentifyGateContract : IdentifyGateStage
{
    [Fact]
    public async Task AcquireAsync_Idle_IsGrantedAtOnce()
    {
        using var permit = await Acquire(await GateAsync(1), 0);

        permit.ShouldNotBeNull();
    }

    [Fact]
    public async Task AcquireAsync_SameBucket_WaitsFiveSecondsFromTheIdentifySent()
    {
        var gate = await GateAsync(16);
        var first = await Acquire(gate, 3);
        var second = Acquire(gate, 19);
        Time.Advance(TimeSpan.FromMinutes(1));
        second.IsCompleted.ShouldBeFalse("the first IDENTIFY is not sent yet");

        first.Sent();
        await Time.WaitedForAsync();
        Time.Advance(Window - TimeSpan.FromMilliseconds(1));
        second.IsCompleted.ShouldBeFalse();
        Time.Advance(Tolerance);

        (await second).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_OtherBuckets_DoNotWait()
    {
        var gate = await GateAsync(16);
        var permits = new List<IdentifyPermit>();

        for (var shard = 0; shard < 16; shard++)
            permits.Add(await Acquire(gate, shard));

        permits.Count.ShouldBe(16);
        var next = Acquire(gate, 16);
        permits.ForEach(permit => permit.Sent());
        await Time.WaitedForAsync();
        next.IsCompleted.ShouldBeFalse();
        Time.Advance(Window + Tolerance);
        (await next).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_ManyInOneBucket_AreGrantedInOrder()
    {
        var gate = await GateAsync(1);
        var waiting = Enumerable.Range(0, 6).Select(shard => Acquire(gate, shard)).ToArray();

        for (var turn = 0; turn < waiting.Length; turn++)
        {
            using var permit = await waiting[turn];
            waiting.Skip(turn + 1).ShouldAllBe(later => !later.IsCompleted);
            permit.Sent();
            if (turn < waiting.Length - 1)
                await Time.WaitedForAsync();
            Time.Advance(Window + Tolerance);
        }
    }

    [Fact]
    public async Task AcquireAsync_NotSent_GivesTheTurnToTheNextAtOnce()
    {
        var gate = await GateAsync(1);
        var first = await Acquire(gate, 0);
        var second = Acquire(gate, 1);

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_CancelledInLine_IsPassedOver()
    {
        var gate = await GateAsync(1);
        using var cancellation = new CancellationTokenSource();
        var first = await Acquire(gate, 0);
        var second = gate.AcquireAsync(1, cancellation.Token).AsTask();
        var third = Acquire(gate, 2);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(second);
        first.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_CancelledInItsWindow_KeepsTheWindowForTheNext()
    {
        var gate = await GateAsync(1);
        using var cancellation = new CancellationTokenSource();
        (await Acquire(gate, 0)).Sent();
        var second = gate.AcquireAsync(1, cancellation.Token).AsTask();
        var third = Acquire(gate, 2);
        await Time.WaitedForAsync();
        Time.Advance(TimeSpan.FromSeconds(2));
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);

        await Time.WaitedForAsync();
        Time.Advance(TimeSpan.FromSeconds(2));
        third.IsCompleted.ShouldBeFalse();
        Time.Advance(TimeSpan.FromSeconds(1) + Tolerance);
        (await third).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_AlreadyCancelled_TakesNoTurn()
    {
        var gate = await GateAsync(1);

        await Should.ThrowAsync<OperationCanceledException>(async () => await gate.AcquireAsync(0, new CancellationToken(canceled: true)));

        (await Acquire(gate, 1)).Dispose();
    }

    [Fact]
    public async Task Sent_Twice_CountsOnce()
    {
        var gate = await GateAsync(1);
        var first = await Acquire(gate, 0);
        first.Sent();
        var second = Acquire(gate, 1);
        await Time.WaitedForAsync();
        Time.Advance(TimeSpan.FromSeconds(4));
        first.Sent();
        first.Dispose();

        Time.Advance(TimeSpan.FromSeconds(1) + Tolerance);

        (await second).Dispose();
    }

    // Ten are kept back.
    [Fact]
    public async Task BudgetAvailable_SomeTaken_LeavesTheReserveOut()
    {
        var gate = await GateAsync(4, remaining: 100);
        gate.BudgetAvailable.ShouldBe(90);

        (await Acquire(gate, 0)).Sent();
        gate.BudgetAvailable.ShouldBe(89);

        await ConfigureAsync(gate, 4, remaining: 4);
        gate.BudgetAvailable.ShouldBe(0);
    }

    [Fact]
    public async Task AcquireAsync_BudgetSpent_WaitsUntilDiscordRenewsIt()
    {
        var gate = await GateAsync(1, remaining: 0, resetAfter: TimeSpan.FromHours(1));
        gate.BudgetRenewsAt.ShouldBeNull();
        var permit = Acquire(gate, 0);
        gate.BudgetRenewsAt.ShouldBe(Time.GetUtcNow() + TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromMinutes(59));
        permit.IsCompleted.ShouldBeFalse();

        Time.Advance(TimeSpan.FromMinutes(2));

        (await permit).Dispose();
        gate.BudgetRenewsAt.ShouldBeNull();
    }

    [Fact]
    public async Task ConfigureAsync_BudgetRenewed_LetsThoseGoWhoWaitForIt()
    {
        var gate = await GateAsync(4, remaining: 0, resetAfter: TimeSpan.FromHours(1));
        var waiting = Enumerable.Range(0, 4).Select(shard => Acquire(gate, shard)).ToArray();
        waiting.ShouldAllBe(permit => !permit.IsCompleted);

        await ConfigureAsync(gate, 4, remaining: 1000, resetAfter: TimeSpan.FromDays(1));

        foreach (var permit in waiting)
            (await permit).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_CancelledWhileTheBudgetIsSpent_LetsTheNextWait()
    {
        var gate = await GateAsync(1, remaining: 0, resetAfter: TimeSpan.FromHours(1));
        using var cancellation = new CancellationTokenSource();
        var first = gate.AcquireAsync(0, cancellation.Token).AsTask();
        await Time.WaitedForAsync(TimeSpan.FromHours(1));
        var second = Acquire(gate, 1);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        await Time.WaitedForAsync(TimeSpan.FromHours(1));
        second.IsCompleted.ShouldBeFalse();

        Time.Advance(TimeSpan.FromHours(1));

        (await second).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_TwoRacingForOneBucket_AreAWindowApart()
    {
        var gate = await GateAsync(1);
        var racing = Enumerable.Range(0, 2).Select(shard => Task.Run(() => Acquire(gate, shard), TestContext.Current.CancellationToken)).ToArray();

        var first = await Task.WhenAny(racing);
        var second = racing.Single(one => one != first);
        (await first).Sent();
        Time.Advance(Window - TimeSpan.FromMilliseconds(1));
        second.IsCompleted.ShouldBeFalse();

        Time.Advance(Tolerance);
        (await second).Dispose();
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(16, 1)]
    [InlineData(4, 6)]
    public async Task ConfigureAsync_OtherConcurrency_StillKeepsTheWindow(int before, int after)
    {
        var gate = await GateAsync(before);
        (await Acquire(gate, 5)).Sent();
        await ConfigureAsync(gate, after);

        var next = Acquire(gate, 6);

        Time.Advance(Window - TimeSpan.FromMilliseconds(1));
        next.IsCompleted.ShouldBeFalse();
        Time.Advance(Tolerance);
        (await next).Dispose();
    }

    [Fact]
    public async Task ConfigureAsync_WhileAPermitOfTheOldBucketsIsOut_NobodyGoesBeforeItsWindow()
    {
        var gate = await GateAsync(1);
        var old = await Acquire(gate, 0);
        await ConfigureAsync(gate, 16);
        var others = Enumerable.Range(16, 16).Select(shard => Acquire(gate, shard)).ToArray();
        Time.Advance(TimeSpan.FromMinutes(1));
        others.ShouldAllBe(permit => !permit.IsCompleted);

        old.Sent();
        Time.Advance(Window - TimeSpan.FromMilliseconds(1));
        others.ShouldAllBe(permit => !permit.IsCompleted);
        Time.Advance(Tolerance);

        foreach (var permit in others)
            (await permit).Dispose();
    }

    [Fact]
    public async Task ConfigureAsync_FewerBucketsWhileShardsWait_LetsThemGoOneByOneInOrder()
    {
        var gate = await GateAsync(4);
        for (var shard = 0; shard < 4; shard++)
            (await Acquire(gate, shard)).Sent();
        var waiting = Enumerable.Range(4, 4).Select(shard => Acquire(gate, shard)).ToArray();

        await ConfigureAsync(gate, 1);

        for (var turn = 0; turn < waiting.Length; turn++)
        {
            Time.Advance(Window + Tolerance);
            var permit = await waiting[turn];
            waiting.Skip(turn + 1).ShouldAllBe(later => !later.IsCompleted);
            permit.Sent();
        }
    }

    [Fact]
    public async Task ConfigureAsync_SameConcurrency_KeepsTheLine()
    {
        var gate = await GateAsync(1);
        var first = await Acquire(gate, 0);
        await ConfigureAsync(gate, 1);

        var second = Acquire(gate, 1);

        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_ReconfiguredAtRandomMoments_KeepsTheRateUnderEveryConfiguration()
    {
        var random = new Random(20191012);
        var gate = await GateAsync(3);
        var sent = new ConcurrentQueue<(int Shard, DateTimeOffset At)>();
        var shards = Task.WhenAll(Enumerable.Range(0, 40).Select(async shard =>
        {
            var permit = await Acquire(gate, shard);
            sent.Enqueue((shard, Time.GetUtcNow()));
            permit.Sent();
        }));

        while (!shards.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 700)));
            await Task.Yield();
            if (random.Next(40) != 0)
                continue;
            await ConfigureAsync(gate, random.Next(1, 6));
        }

        await shards;
        sent.Select(one => one.Shard).Order().ShouldBe(Enumerable.Range(0, 40));
        // Whatever the number of buckets was, no more than the most of them went within any window.
        foreach (var (_, at) in sent)
            sent.Count(other => other.At >= at && other.At < at + Window).ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task AcquireAsync_StormOfShards_KeepsEveryWindow()
    {
        const int Buckets = 4;
        var gate = await GateAsync(Buckets);
        var sent = new ConcurrentQueue<(int Bucket, DateTimeOffset At)>();
        var shards = Task.WhenAll(Enumerable.Range(0, 24).Select(async shard =>
        {
            var permit = await Acquire(gate, shard);
            sent.Enqueue((shard % Buckets, Time.GetUtcNow()));
            permit.Sent();
        }));

        while (!shards.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        await shards;
        sent.Count.ShouldBe(24);
        foreach (var bucket in sent.GroupBy(one => one.Bucket))
        {
            var times = bucket.Select(one => one.At).Order().ToArray();
            times.Zip(times.Skip(1), (earlier, later) => later - earlier).ShouldAllBe(gap => gap >= Window);
        }
    }
}
