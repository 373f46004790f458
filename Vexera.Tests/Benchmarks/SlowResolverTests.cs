using Microsoft.Extensions.Time.Testing;
using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Contenders.Programs;

namespace Vexera.Tests.Benchmarks;

/// <summary>The resolver that tells on those who ask too often.</summary>
public sealed class SlowResolverTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SlowResolver _resolver;

    public SlowResolverTests() => _resolver = new SlowResolver(
        new ContenderSetup(ContenderKind.Bot, new Uri("http://discord.test"), "", 1, 1, 2, "None") { ResolverMilliseconds = 2_000, FreshnessSeconds = 5 },
        _time);

    [Theory]
    [InlineData(4.9, 1)]
    [InlineData(5.0, 0)]
    public void Resolve_TheSameNameAgain_IsTooSoonWithinThePeriod(double seconds, int tooSoon)
    {
        _ = Ask("discord.test");
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _ = Ask("discord.test");

        _resolver.Queries.ShouldBe(2);
        _resolver.TooSoon.ShouldBe(tooSoon);
    }

    [Fact]
    public void Resolve_AnotherName_IsNotTooSoon()
    {
        _ = Ask("discord.test");
        _ = Ask("gateway.discord.test");

        _resolver.TooSoon.ShouldBe(0);
    }

    [Fact]
    public async Task Resolve_Always_TakesItsTime()
    {
        var answer = Ask("discord.test");
        _time.Advance(TimeSpan.FromMilliseconds(1_999));
        answer.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await answer).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Resolve_MoreThanItAnswers_FailsInItsTime()
    {
        var resolver = new SlowResolver(
            new ContenderSetup(ContenderKind.Vexera, new Uri("http://127.0.0.1"), "", 1, 1, 2, "None") { ResolverMilliseconds = 2_000, ResolverAnswers = 1 },
            _time);
        var first = resolver.ResolveAsync("statsd.test", TestContext.Current.CancellationToken);
        var second = resolver.ResolveAsync("statsd.test", TestContext.Current.CancellationToken);
        second.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromSeconds(2));

        (await first).ShouldHaveSingleItem();
        await Should.ThrowAsync<System.Net.Sockets.SocketException>(() => second);
    }

    private Task<IReadOnlyList<System.Net.IPAddress>> Ask(string name) => _resolver.ResolveAsync(name, TestContext.Current.CancellationToken);
}
