using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net;

public sealed class AddressCacheTests : IDisposable
{
    private const string Host = "gateway.example";
    private static readonly NetOptions Options = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedResolver _resolver = new();
    private readonly MetricsProbe _probe = new();
    private readonly AddressCache _cache;

    public AddressCacheTests() =>
        _cache = new AddressCache(
            _resolver, Microsoft.Extensions.Options.Options.Create(Options), _time, _probe.Metrics, NullLogger<AddressCache>.Instance);

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task ResolveAsync_ManyAtOnce_ShareOneQuestion()
    {
        var callers = Enumerable.Range(0, 300).Select(_ => Resolve()).ToArray();

        await _resolver.AnswerAsync("192.0.2.1");

        (await Task.WhenAll(callers)).ShouldAllBe(answer => answer == "192.0.2.1");
        _resolver.Questions.ShouldBe(1);
        _probe.Total(_probe.Metrics.DnsQueries).ShouldBe(1);
    }

    [Fact]
    public async Task ResolveAsync_WhileFresh_AsksNobody()
    {
        await Know("192.0.2.1");
        _time.Advance(Options.Freshness - TimeSpan.FromMilliseconds(1));

        (await Resolve()).ShouldBe("192.0.2.1");
        _resolver.Questions.ShouldBe(1);
        _probe.Total(_probe.Metrics.DnsStale).ShouldBe(0);
    }

    [Fact]
    public async Task ResolveAsync_OtherCase_IsTheSameName()
    {
        await Know("192.0.2.1");

        (await _cache.ResolveAsync("GATEWAY.example.", TestContext.Current.CancellationToken)).Known.ShouldHaveSingleItem();
        _resolver.Questions.ShouldBe(1);
    }

    [Fact]
    public async Task ResolveAsync_StaleAndResolverQuick_GivesTheNewAnswer()
    {
        await Know("192.0.2.1");
        _time.Advance(Options.Freshness);

        var caller = Resolve();
        await _resolver.AnswerAsync("192.0.2.2");

        (await caller).ShouldBe("192.0.2.2");
    }

    [Fact]
    public async Task ResolveAsync_StaleAndResolverSlow_GivesTheOldAnswerWhenPatienceEnds()
    {
        await Know("192.0.2.1");
        _time.Advance(Options.Freshness);

        var caller = Resolve();
        var question = await _resolver.NextAsync();
        caller.IsCompleted.ShouldBeFalse();
        _time.Advance(Options.RefreshPatience);

        (await caller).ShouldBe("192.0.2.1");
        _probe.Total(_probe.Metrics.DnsStale).ShouldBe(1);

        var another = Resolve();
        question.SetResult([IPAddress.Parse("192.0.2.2")]);
        (await another).ShouldBe("192.0.2.2");
        _resolver.Questions.ShouldBe(2);
    }

    [Fact]
    public async Task ResolveAsync_StaleAndResolverFails_ServesOldAndAsksOnceForEachPeriod()
    {
        await Know("192.0.2.1");
        _time.Advance(Options.Freshness);
        var caller = Resolve();
        await _resolver.FailAsync();
        (await caller).ShouldBe("192.0.2.1");

        for (var i = 0; i < 500; i++)
            (await Resolve()).ShouldBe("192.0.2.1");

        _resolver.Questions.ShouldBe(2);
        _probe.Total(_probe.Metrics.DnsFailures).ShouldBe(1);
        _time.Advance(Options.Freshness);
        var later = Resolve();
        await _resolver.AnswerAsync("192.0.2.3");
        (await later).ShouldBe("192.0.2.3");
    }

    [Fact]
    public async Task ResolveAsync_NothingKnownAndResolverFails_NamesTheHostAndAsksAgainLater()
    {
        var caller = Resolve();
        await _resolver.FailAsync();
        (await Should.ThrowAsync<HostUnresolvedException>(caller)).Message.ShouldContain(Host);

        await Should.ThrowAsync<HostUnresolvedException>(Resolve);
        _resolver.Questions.ShouldBe(1);

        _time.Advance(Options.RetryAfter);
        var later = Resolve();
        await _resolver.AnswerAsync("192.0.2.1");
        (await later).ShouldBe("192.0.2.1");
    }

    [Fact]
    public async Task ResolveAsync_ResolverNeverAnswers_FailsAfterTheTimeout()
    {
        var caller = Resolve();
        await _resolver.NextAsync();
        _time.Advance(Options.QueryTimeout);

        (await Should.ThrowAsync<HostUnresolvedException>(caller)).Message.ShouldContain("no answer within 10 s");
    }

    [Fact]
    public async Task ResolveAsync_EmptyAnswer_CountsAsFailure()
    {
        var caller = Resolve();
        await _resolver.AnswerAsync();

        await Should.ThrowAsync<HostUnresolvedException>(caller);
        _probe.Total(_probe.Metrics.DnsFailures).ShouldBe(1);
    }

    [Fact]
    public async Task ResolveAsync_CallerLeaves_OthersStillGetTheAnswer()
    {
        using var leaving = new CancellationTokenSource();
        var leaver = _cache.ResolveAsync(Host, leaving.Token).AsTask();
        var stayer = Resolve();
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(leaver);
        await _resolver.AnswerAsync("192.0.2.1");
        (await stayer).ShouldBe("192.0.2.1");
    }

    [Fact]
    public async Task ResolveAsync_NeverKnownAndFailing_AsksLessAndLessUpToOnceInFreshness()
    {
        var began = _time.GetTimestamp();
        var asked = new List<double>();
        while (_time.GetElapsedTime(began) < TimeSpan.FromMinutes(5))
        {
            var before = _probe.Total(_probe.Metrics.DnsQueries);
            var caller = Resolve();
            if (_probe.Total(_probe.Metrics.DnsQueries) > before)
            {
                asked.Add(_time.GetElapsedTime(began).TotalSeconds);
                await _resolver.FailAsync();
            }

            await Should.ThrowAsync<HostUnresolvedException>(caller);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        asked.ShouldBe([0, 5, 15, 35, 75, 135, 195, 255]);
    }

    [Fact]
    public async Task ResolveAsync_ResolverSlowerThanFreshness_IsNotAskedTwice()
    {
        await Know("192.0.2.1");
        _time.Advance(Options.Freshness);
        var patient = Resolve();
        var question = await _resolver.NextAsync();
        _time.Advance(Options.RefreshPatience);
        await patient;

        _time.Advance(Options.QueryTimeout - TimeSpan.FromSeconds(1));
        var another = _cache.ResolveAsync(Host, TestContext.Current.CancellationToken).AsTask();
        _resolver.Questions.ShouldBe(2);
        question.SetResult([IPAddress.Parse("192.0.2.2")]);
        (await another).Known.ShouldHaveSingleItem().ShouldBe(IPAddress.Parse("192.0.2.2"));
    }

    [Fact]
    public async Task ResolveAsync_PatienceEnds_HandsOnTheQuestionOnItsWay()
    {
        await Know("192.0.2.1");
        _time.Advance(Options.Freshness);
        var caller = _cache.ResolveAsync(Host, TestContext.Current.CancellationToken).AsTask();
        var question = await _resolver.NextAsync();
        _time.Advance(Options.RefreshPatience);

        var newer = (await caller).Newer.ShouldNotBeNull();
        question.SetResult([IPAddress.Parse("192.0.2.2")]);
        (await newer).ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(IPAddress.Parse("192.0.2.2"));
    }

    [Fact]
    public async Task Accepted_NotTheFirst_GoesFirstFromThenOn()
    {
        await Answer("192.0.2.1", "192.0.2.2", "192.0.2.3");

        _cache.Accepted(Host, IPAddress.Parse("192.0.2.2"));

        (await Known()).ShouldBe(["192.0.2.2", "192.0.2.1", "192.0.2.3"]);
        _time.Advance(Options.Freshness);
        await Answer("192.0.2.3", "192.0.2.2");
        (await Known()).ShouldBe(["192.0.2.2", "192.0.2.3"]);
        _time.Advance(Options.Freshness);
        await Answer("192.0.2.8", "192.0.2.9");
        (await Known()).ShouldBe(["192.0.2.8", "192.0.2.9"]);
    }

    [Fact]
    public async Task Prepare_UnknownName_AsksBeforeAnybodyConnects()
    {
        _cache.Prepare(Host);
        await _resolver.AnswerAsync("192.0.2.1");

        (await Resolve()).ShouldBe("192.0.2.1");
        _resolver.Questions.ShouldBe(1);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("")]
    public void Prepare_NothingToAsk_AsksNobody(string host)
    {
        _cache.Prepare(host);

        _resolver.Questions.ShouldBe(0);
    }

    [Fact]
    public async Task Prepare_ResolverFails_ThrowsNowhere()
    {
        _cache.Prepare(Host);
        await _resolver.FailAsync();

        await Eventually.UntilAsync(() => _probe.Total(_probe.Metrics.DnsFailures) == 1);
        await Should.ThrowAsync<HostUnresolvedException>(Resolve);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[::1]", "::1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("api.LOCALHOST", "127.0.0.1")]
    public async Task ResolveAsync_LiteralOrLocalhost_IsNeverAskedFor(string host, string first)
    {
        (await _cache.ResolveAsync(host, TestContext.Current.CancellationToken)).Known[0].ShouldBe(IPAddress.Parse(first));

        _resolver.Questions.ShouldBe(0);
    }

    private async Task<string> Resolve() =>
        (await _cache.ResolveAsync(Host, TestContext.Current.CancellationToken)).Known.ShouldHaveSingleItem().ToString();

    private async Task<IEnumerable<string>> Known() =>
        (await _cache.ResolveAsync(Host, TestContext.Current.CancellationToken)).Known.Select(address => address.ToString());

    private async Task Answer(params string[] addresses)
    {
        var caller = _cache.ResolveAsync(Host, TestContext.Current.CancellationToken).AsTask();
        await _resolver.AnswerAsync(addresses);
        await caller;
    }

    private async Task Know(string address)
    {
        var caller = Resolve();
        await _resolver.AnswerAsync(address);
        await caller;
    }
}
