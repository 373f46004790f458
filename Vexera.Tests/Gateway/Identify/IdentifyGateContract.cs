using System.Collections.Concurrent;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>What every identify gate must do. An implementation's tests derive from this.</summary>
public abstract class IdentifyGateContract
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(250);

    internal WatchedTime Time { get; } = new();

    /// <summary>A new gate on <see cref="Time"/>.</summary>
    internal abstract IIdentifyGate Create();

    [Fact]
    public async Task AcquireAsync_Idle_IsGrantedAtOnce()
    {
        using var permit = await Acquire(Gate(1), 0);

        permit.ShouldNotBeNull();
    }

    [Fact]
    public async Task AcquireAsync_SameBucket_WaitsFiveSecondsFromTheIdentifySent()
    {
        var gate = Gate(16);
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
        var gate = Gate(16);
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
        var gate = Gate(1);
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
        var gate = Gate(1);
        var first = await Acquire(gate, 0);
        var second = Acquire(gate, 1);

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_CancelledInLine_IsPassedOver()
    {
        var gate = Gate(1);
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
        var gate = Gate(1);
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
        var gate = Gate(1);

        await Should.ThrowAsync<OperationCanceledException>(async () => await gate.AcquireAsync(0, new CancellationToken(canceled: true)));

        (await Acquire(gate, 1)).Dispose();
    }

    [Fact]
    public async Task Sent_Twice_CountsOnce()
    {
        var gate = Gate(1);
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

    [Fact]
    public async Task AcquireAsync_BudgetSpent_WaitsUntilDiscordRenewsIt()
    {
        var gate = Create();
        gate.Configure(new SessionStartLimit { Total = 1000, Remaining = 0, ResetAfter = 3_600_000, MaxConcurrency = 1 });
        var permit = Acquire(gate, 0);
        Time.Advance(TimeSpan.FromMinutes(59));
        permit.IsCompleted.ShouldBeFalse();

        Time.Advance(TimeSpan.FromMinutes(2));

        (await permit).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_StormOfShards_KeepsEveryWindow()
    {
        const int Buckets = 4;
        var gate = Gate(Buckets);
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

    private IIdentifyGate Gate(int maxConcurrency)
    {
        var gate = Create();
        gate.Configure(new SessionStartLimit { Total = 1000, Remaining = 1000, ResetAfter = 86_400_000, MaxConcurrency = maxConcurrency });
        return gate;
    }

    private static Task<IdentifyPermit> Acquire(IIdentifyGate gate, int shardId) =>
        gate.AcquireAsync(shardId, TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
