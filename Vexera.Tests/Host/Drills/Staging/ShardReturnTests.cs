using Microsoft.Extensions.Time.Testing;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Staging;

/// <summary>How long shards take to come back.</summary>
public sealed class ShardReturnTests
{
    private static readonly TimeSpan Within = SeenDrill.Seconds(10);
    private readonly FakeTimeProvider _time = new();
    private DateTimeOffset _lostAt;

    [Fact]
    public async Task AfterAsync_WhenAllResume_TakesUntilTheLastOne()
    {
        var loss = await SeenAsync(after => SeenDrill.Stats(resumes: after < 3 ? 3 : 4, attached: 4));

        (loss.AreBack, loss.At).ShouldBe((true, TimeSpan.Zero));
        loss.Took.ShouldBe(SeenDrill.Seconds(3), SeenDrill.Seconds(0.1));
    }

    [Fact]
    public async Task AfterAsync_WhenSomeIdentify_CountsThemToo() =>
        (await SeenAsync(after => SeenDrill.Stats(identifies: 6, resumes: after < 2 ? 1 : 2))).Took.ShouldBe(SeenDrill.Seconds(2), SeenDrill.Seconds(0.1));

    [Fact]
    public async Task AfterAsync_WhenResumedButNotAttached_WaitsOn() =>
        (await SeenAsync(after => SeenDrill.Stats(resumes: 4, attached: after < 5 ? 3 : 4))).Took.ShouldBe(SeenDrill.Seconds(5), SeenDrill.Seconds(0.1));

    [Fact]
    public async Task AfterAsync_WhenOneNeverReturns_SaysSo()
    {
        var loss = await SeenAsync(_ => SeenDrill.Stats(resumes: 3));

        loss.AreBack.ShouldBeFalse();
        loss.Took.ShouldBeGreaterThanOrEqualTo(Within);
    }

    private async Task<ShardLoss> SeenAsync(Func<double, SandboxStats> counted)
    {
        var began = _time.GetUtcNow();
        var isLost = false;
        var measured = new ShardReturn(
            SeenDrill.Shards,
            _ => Task.FromResult(isLost ? counted((_time.GetUtcNow() - _lostAt).TotalSeconds) : SeenDrill.Stats()),
            () => _time.GetUtcNow() - began,
            _time);
        var waiting = measured.AfterAsync(SeenDrill.Shards, Within, Lose, TestContext.Current.CancellationToken);
        while (!waiting.IsCompleted)
        {
            _time.Advance(SeenDrill.Seconds(0.05));
            await Task.Yield();
        }

        await waiting;
        return measured.Seen.ShouldHaveSingleItem();

        Task Lose()
        {
            (isLost, _lostAt) = (true, _time.GetUtcNow());
            return Task.CompletedTask;
        }
    }
}
