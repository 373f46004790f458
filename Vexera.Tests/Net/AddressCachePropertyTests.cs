using System.Net;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net;

/// <summary>The bound on questions under any weather and any load.</summary>
public sealed class AddressCachePropertyTests
{
    private static readonly NetOptions Options = new();

    /// <summary>What can happen: time passes, somebody asks, or the resolver answers, fails or stays silent.</summary>
    private enum Happening
    {
        Pause,
        Ask,
        Answer,
        Fail,
    }

    [Fact]
    public async Task ResolveAsync_AnyWeather_AsksAtMostOnceInFreshnessOnceKnown() =>
        await Gen.Select(Gen.Enum<Happening>(), Gen.Double[0, 20]).Array[1, 80].SampleAsync(PlayAsync, iter: 300, threads: 1);

    private static async Task PlayAsync((Happening What, double Seconds)[] story)
    {
        var time = new FakeTimeProvider();
        var resolver = new TimedResolver(time);
        using var probe = new MetricsProbe();
        var cache = new AddressCache(
            resolver, Microsoft.Extensions.Options.Options.Create(Options), time, probe.Metrics, NullLogger<AddressCache>.Instance);
        var callers = new List<Task>();
        foreach (var (what, seconds) in story)
        {
            switch (what)
            {
                case Happening.Pause:
                    time.Advance(TimeSpan.FromSeconds(seconds));
                    break;
                case Happening.Ask:
                    for (var caller = 0; caller < 5; caller++)
                        callers.Add(SwallowAsync(cache));
                    await resolver.SettledAsync(probe);
                    break;
                case Happening.Answer:
                    resolver.Answer();
                    break;
                default:
                    resolver.Fail();
                    break;
            }

            await resolver.SettledAsync(probe);
            if (resolver.IsAsked)
                continue;
            // The cache has taken in how the question ended once those who waited for it have heard.
            await Task.WhenAll(callers).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            callers.Clear();
        }

        foreach (var (before, after) in resolver.Asked.Zip(resolver.Asked.Skip(1)))
            (after.At - before.At).ShouldBeGreaterThanOrEqualTo(after.IsKnown ? Options.Freshness : Options.RetryAfter);
        resolver.MostAtOnce.ShouldBeLessThanOrEqualTo(1);
        resolver.Asked.Count.ShouldBe((int)probe.Total(probe.Metrics.DnsQueries));
    }

    private static async Task SwallowAsync(AddressCache cache)
    {
        try
        {
            await cache.ResolveAsync("gateway.example", CancellationToken.None);
        }
        catch (HostUnresolvedException)
        {
        }
    }

    /// <summary>Notes when it is asked, and whether it has ever answered.</summary>
    private sealed class TimedResolver(FakeTimeProvider time) : IAddressResolver
    {
        private readonly Lock _sync = new();
        private readonly DateTimeOffset _began = time.GetUtcNow();
        private TaskCompletionSource<IReadOnlyList<IPAddress>>? _open;
        private bool _isKnown;
        private int _atOnce;

        public List<(TimeSpan At, bool IsKnown)> Asked { get; } = [];

        public int MostAtOnce { get; private set; }

        /// <summary>Whether a question waits for its answer.</summary>
        public bool IsAsked
        {
            get
            {
                lock (_sync)
                    return _open is not null;
            }
        }

        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            lock (_sync)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
                Asked.Add((time.GetUtcNow() - _began, _isKnown));
                _open = new TaskCompletionSource<IReadOnlyList<IPAddress>>();
                cancellationToken.Register(() => End(question => question.TrySetCanceled(cancellationToken)));
                return _open.Task;
            }
        }

        public void Answer()
        {
            if (_open is not null)
                _isKnown = true;
            End(question => question.TrySetResult([IPAddress.Loopback]));
        }

        public void Fail() => End(question => question.TrySetException(new IOException("no")));

        /// <summary>Waits until every question that was counted has arrived here.</summary>
        public Task SettledAsync(MetricsProbe probe) =>
            Eventually.UntilAsync(() => probe.Total(probe.Metrics.DnsQueries) == Asked.Count);

        private void End(Action<TaskCompletionSource<IReadOnlyList<IPAddress>>> end)
        {
            lock (_sync)
            {
                if (_open is null)
                    return;
                _atOnce--;
                end(_open);
                _open = null;
            }
        }
    }
}
