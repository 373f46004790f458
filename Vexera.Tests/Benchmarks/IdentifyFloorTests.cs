using Vexera.Host.Drills.Processes;

namespace Vexera.Tests.Benchmarks;

/// <summary>The time that Discord's identify rate costs at least.</summary>
public sealed class IdentifyFloorTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(16, 16, 0)]
    [InlineData(17, 16, 5)]
    [InlineData(288, 16, 85)]
    [InlineData(288, 1, 1_435)]
    public void Of_ShardsInWaves_IsFiveSecondsForEachWaveButTheFirst(int shards, int maxConcurrency, int seconds) =>
        IdentifyFloor.Of(new SandboxWorldSize(2, shards, maxConcurrency)).ShouldBe(TimeSpan.FromSeconds(seconds));
}
