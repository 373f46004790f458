using Vexera.Core.Rest;

namespace Vexera.Tests.Rest;

public sealed class RestPriorityTests
{
    [Fact]
    public async Task InBackgroundAsync_Always_HoldsForTheWorkAndNotForItsCaller()
    {
        var seen = await RestPriority.InBackgroundAsync(async () =>
        {
            var before = RestPriority.IsBackground;
            await Task.Yield();
            return (before, RestPriority.IsBackground, await Task.Run(() => RestPriority.IsBackground));
        });

        seen.ShouldBe((true, true, true));
        RestPriority.IsBackground.ShouldBeFalse();
    }
}
