using System.Net;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Net;

namespace Vexera.Tests.Net;

public sealed class ConnectionRaceTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(250);
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedDialer _dialer = new();

    [Fact]
    public async Task RunAsync_FirstAccepts_DialsNoOther()
    {
        var race = Run("2001:db8::1", "192.0.2.1");
        var stream = (await _dialer.NextAsync()).Accept();

        (await race).ShouldBe(stream);
        _dialer.NobodyDials.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_FirstIsSilent_DialsTheNextBesideItAndDropsTheLoser()
    {
        var race = Run("2001:db8::1", "192.0.2.1");
        var silent = await _dialer.NextAsync();
        _dialer.NobodyDials.ShouldBeTrue();
        _time.Advance(Delay);
        var second = await _dialer.NextAsync();
        second.Address.ShouldBe("192.0.2.1");

        var stream = second.Accept();

        (await race).ShouldBe(stream);
        silent.Outcome.Task.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_FirstRefuses_DialsTheNextAtOnce()
    {
        var race = Run("192.0.2.1", "192.0.2.2");
        (await _dialer.NextAsync()).Refuse();

        var stream = (await _dialer.NextAsync()).Accept();

        (await race).ShouldBe(stream);
    }

    [Fact]
    public async Task RunAsync_SlowFirstWinsAfterAll_ClosesTheSecond()
    {
        var race = Run("192.0.2.1", "192.0.2.2");
        var first = await _dialer.NextAsync();
        _time.Advance(Delay);
        var second = await _dialer.NextAsync();

        var stream = first.Accept();

        (await race).ShouldBe(stream);
        await Should.ThrowAsync<OperationCanceledException>(second.Outcome.Task);
    }

    [Fact]
    public async Task RunAsync_AllRefuse_ReportsEach()
    {
        var race = Run("192.0.2.1", "192.0.2.2");
        (await _dialer.NextAsync()).Refuse();
        (await _dialer.NextAsync()).Refuse();

        (await Should.ThrowAsync<AggregateException>(race)).InnerExceptions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_AllRefuseButDnsIsOnItsWay_WaitsForItAndTakesTheNewAddress()
    {
        var newer = new TaskCompletionSource<IReadOnlyList<IPAddress>?>();
        var race = RunAsync(newer.Task, "192.0.2.1");
        (await _dialer.NextAsync()).Refuse();
        race.IsCompleted.ShouldBeFalse();

        newer.SetResult(Parse("192.0.2.1", "198.51.100.1"));
        var moved = await _dialer.NextAsync();
        moved.Address.ShouldBe("198.51.100.1");
        var stream = moved.Accept();

        (await race).ShouldBe(stream);
    }

    [Fact]
    public async Task RunAsync_OldAddressesAreSilent_TheNewOneJoinsAtOnceAndFirst()
    {
        var newer = new TaskCompletionSource<IReadOnlyList<IPAddress>?>();
        var race = RunAsync(newer.Task, "192.0.2.1", "192.0.2.2");
        await _dialer.NextAsync();

        newer.SetResult(Parse("198.51.100.1"));
        var moved = await _dialer.NextAsync();
        moved.Address.ShouldBe("198.51.100.1");
        var stream = moved.Accept();

        (await race).ShouldBe(stream);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_DnsHasNothingNew_FailsWithoutDialingTwice(bool answers)
    {
        var newer = new TaskCompletionSource<IReadOnlyList<IPAddress>?>();
        var race = RunAsync(newer.Task, "192.0.2.1");
        (await _dialer.NextAsync()).Refuse();

        newer.SetResult(answers ? Parse("192.0.2.1") : null);

        (await Should.ThrowAsync<AggregateException>(race)).InnerExceptions.Count.ShouldBe(1);
        _dialer.NobodyDials.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_DnsHasNothingNewWhileTheFirstIsTried_KeepsThePace()
    {
        var race = RunAsync(Task.FromResult<IReadOnlyList<IPAddress>?>(null), "192.0.2.1", "192.0.2.2");
        await _dialer.NextAsync();
        _dialer.NobodyDials.ShouldBeTrue();
        _time.Advance(Delay);

        var stream = (await _dialer.NextAsync()).Accept();

        (await race).ShouldBe(stream);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileOnlyDnsIsAwaited_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var never = new TaskCompletionSource<IReadOnlyList<IPAddress>?>();
        var race = new ConnectionRace(_dialer, Delay, _time).RunAsync(new(Parse("192.0.2.1"), never.Task), 443, cancellation.Token);
        (await _dialer.NextAsync()).Refuse();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(race);
    }

    [Fact]
    public async Task RunAsync_Cancelled_DropsEveryAttempt()
    {
        using var cancellation = new CancellationTokenSource();
        var race = new ConnectionRace(_dialer, Delay, _time).RunAsync(new(Parse("192.0.2.1", "192.0.2.2")), 443, cancellation.Token);
        var attempt = await _dialer.NextAsync();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(race);
        attempt.Outcome.Task.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public void Interleave_BothFamilies_TakesThemInTurn() =>
        ConnectionRace.Interleave(Parse("2001:db8::1", "2001:db8::2", "192.0.2.1")).ShouldBe(Parse("2001:db8::1", "192.0.2.1", "2001:db8::2"));

    [Fact]
    public void Interleave_AnyAddresses_LosesNoneAndKeepsTheFirst() =>
        Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).Select(bytes => new IPAddress(bytes)).Array[1, 12].Sample(addresses =>
        {
            var ordered = ConnectionRace.Interleave(addresses);
            ordered[0].ShouldBe(addresses[0]);
            ordered.Order(Comparer<IPAddress>.Create((x, y) => string.CompareOrdinal(x.ToString(), y.ToString())))
                .ShouldBe(addresses.Order(Comparer<IPAddress>.Create((x, y) => string.CompareOrdinal(x.ToString(), y.ToString()))));
        });

    private Task<Stream> Run(params string[] addresses) => RunAsync(null, addresses);

    private async Task<Stream> RunAsync(Task<IReadOnlyList<IPAddress>?>? newer, params string[] addresses) =>
        (await new ConnectionRace(_dialer, Delay, _time).RunAsync(new(Parse(addresses), newer), 443, TestContext.Current.CancellationToken)).Connection;

    private static IPAddress[] Parse(params string[] addresses) => [.. addresses.Select(IPAddress.Parse)];
}
