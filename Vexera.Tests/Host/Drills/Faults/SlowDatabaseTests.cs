using Vexera.Host.Drills.Bot.Faults;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Drills.Faults;

/// <summary>A database on a slow disk takes longer, and does the same.</summary>
public sealed class SlowDatabaseTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task WriteAsync_OnASlowDisk_HoldsTheWriterThatLong()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var beneath = new TemporaryDatabase();
        var database = new SlowDatabase(beneath, new DiskDelay { Length = Slow });
        var began = TimeProvider.System.GetTimestamp();

        var results = await Task.WhenAll(Enumerable.Range(1, 3).Select(number => database.WriteAsync(_ => Task.FromResult(number), cancellation)));

        results.ShouldBe([1, 2, 3]);
        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThanOrEqualTo(Slow * 3);
    }

    [Fact]
    public async Task OpenAsync_OnASlowDisk_TakesThatLong()
    {
        using var beneath = new TemporaryDatabase();
        var database = new SlowDatabase(beneath, new DiskDelay { Length = Slow });
        var began = TimeProvider.System.GetTimestamp();

        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);

        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThanOrEqualTo(Slow);
    }
}
