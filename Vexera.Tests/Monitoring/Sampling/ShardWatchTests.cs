using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Shards;

namespace Vexera.Tests.Monitoring.Sampling;

/// <summary>Who receives less than usual, and who is not ready.</summary>
public sealed class ShardWatchTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly ShardWatch _watch = new();
    private readonly long[] _sequences = [1_000_000, 5, 0];

    [Fact]
    public void Look_AllReceiveAsUsual_NoneIsQuiet()
    {
        Run(30, 100, 20, 7);

        _watch.Quiet.ShouldBe(0);
        _watch.LongestNotReady.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Look_OneFallsSilent_OneIsQuietWithinHalfAMinuteAndNotAfterwards()
    {
        Run(60, 100, 20, 7);
        Run(3, 100, 0, 7);
        _watch.Quiet.ShouldBe(1);

        Run(6, 100, 20, 7);
        _watch.Quiet.ShouldBe(0);
    }

    [Fact]
    public void Look_FloodAtTheStart_IsForgottenWithinHalfAnHour()
    {
        Run(1, 10_000, 10_000, 10_000);
        Run(180, 100, 100, 100);

        _watch.Quiet.ShouldBe(0);
    }

    [Fact]
    public void Look_NewSession_CountsAnewAndIsNoSilence()
    {
        Run(30, 100, 20, 7);
        _sequences[0] = 0;
        Run(3, 100, 20, 7);
        _watch.Quiet.ShouldBe(0);

        Run(3, 0, 20, 7);
        _watch.Quiet.ShouldBe(1);
    }

    [Fact]
    public void Look_HardlyAnyEvents_ArePausesAndNoSilence()
    {
        Run(200, 1, 1, 1);
        Run(6, 0, 0, 0);

        _watch.Quiet.ShouldBe(0);
    }

    [Fact]
    public void Look_NotReadyThroughSeveralStates_CountsFromTheFirst()
    {
        _watch.Look([Shard(0, ShardState.Ready)], Interval);
        _watch.Look([Shard(0, ShardState.BackingOff)], Interval);
        _watch.Look([Shard(0, ShardState.Connecting)], Interval);
        _watch.Look([Shard(0, ShardState.Resuming)], Interval);

        _watch.LongestNotReady.ShouldBe(3 * Interval);

        _watch.Look([Shard(0, ShardState.Ready)], Interval);
        _watch.LongestNotReady.ShouldBe(TimeSpan.Zero);
    }

    private void Run(int looks, params long[] events)
    {
        for (var i = 0; i < looks; i++)
        {
            for (var shard = 0; shard < events.Length; shard++)
                _sequences[shard] += events[shard];
            _watch.Look([.. events.Select((_, shard) => Shard(shard, ShardState.Ready) with { Sequence = _sequences[shard] })], Interval);
        }
    }

    private static ShardStatus Shard(int id, ShardState state) => new(id, state, DateTimeOffset.UnixEpoch, null, null);
}
