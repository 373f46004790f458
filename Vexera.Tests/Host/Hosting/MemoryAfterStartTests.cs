using Vexera.Core.Shards;
using Vexera.Host.Hosting;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Hosting;

public sealed class MemoryAfterStartTests : IDisposable
{
    private readonly WatchedTime _time = new();
    private readonly FakeFleet _fleet = new();
    private readonly FakeGuildStates _guilds = new();
    private readonly TaskCompletionSource _collected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryAfterStart _memory;

    public MemoryAfterStartTests() =>
        _memory = new MemoryAfterStart(_fleet, _guilds, _time, _collected.SetResult, new RecordingLogger<MemoryAfterStart>());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _memory.Dispose();

    [Fact]
    public void HasSettled_GuildsStillArrive_WaitsUntilNoneDoesForTenSeconds()
    {
        foreach (var awaited in new[] { 300, 200, 200, 200, 100 })
            Look(awaited).ShouldBeFalse();

        for (var second = 1; second < 10; second++)
            Look(100).ShouldBeFalse();
        Look(100).ShouldBeTrue();
    }

    [Fact]
    public void HasSettled_ShardIsNotReady_WaitsForIt()
    {
        _fleet.Shards = [ShardIs(ShardState.Ready), ShardIs(ShardState.Identifying)];
        for (var second = 0; second < 20; second++)
            Look(0).ShouldBeFalse();

        _fleet.Shards = [ShardIs(ShardState.Ready), ShardIs(ShardState.Ready)];
        for (var second = 0; second < 10; second++)
            Look(0).ShouldBeFalse();
        Look(0).ShouldBeTrue();
    }

    [Fact]
    public void HasSettled_NoShardIsKnownYet_Waits()
    {
        _fleet.Shards = [];
        for (var second = 0; second < 20; second++)
            Look(0).ShouldBeFalse();
    }

    [Fact]
    public async Task ExecuteAsync_Settled_CollectsOnce()
    {
        await _memory.StartAsync(Token);
        await _time.WaitedForAsync();
        while (!_collected.Task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await _memory.ExecuteTask!.WaitAsync(Token);
    }

    private static ShardStatus ShardIs(ShardState state) => new(0, state, DateTimeOffset.UnixEpoch, null, null);

    private bool Look(int awaited)
    {
        _guilds.Awaited = awaited;
        return _memory.HasSettled();
    }
}
