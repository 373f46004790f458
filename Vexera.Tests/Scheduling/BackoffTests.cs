using Microsoft.Extensions.Options;
using Vexera.Core.Scheduling;

namespace Vexera.Tests.Scheduling;

public sealed class BackoffTests
{
    private static readonly SchedulingOptions Settings = new() { RetryFirst = TimeSpan.FromSeconds(5), RetryMax = TimeSpan.FromHours(1) };

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2_560)]
    [InlineData(11, 3_600)]
    [InlineData(100, 3_600)]
    [InlineData(int.MaxValue, 3_600)]
    public void After_WithoutJitter_DoublesUpToTheLimit(int attempt, int seconds) =>
        new Backoff(Options.Create(Settings), new SettableJitter()).After(attempt).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void After_WithJitter_IsUpToHalfLess()
    {
        var jitter = new SettableJitter { Value = 0.999999 };

        new Backoff(Options.Create(Settings), jitter).After(1).TotalSeconds.ShouldBe(2.5, 0.001);
        jitter.Value = 0.5;
        new Backoff(Options.Create(Settings), jitter).After(1).ShouldBe(TimeSpan.FromSeconds(3.75));
    }
}
