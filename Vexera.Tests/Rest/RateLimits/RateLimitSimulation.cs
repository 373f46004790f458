using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Rest;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest.RateLimits;

/// <summary>Many callers, a network that takes its time and loses some, and the simulated Discord at its other end.</summary>
internal sealed class RateLimitSimulation : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private readonly Random _random;
    private readonly TimeSpan _latency;
    private readonly double _loss;
    private readonly LocalRestBudget _budget;
    private readonly List<(Task<IRestPermit> Asked, RestCall Call, SimulatedRoute Route)> _waiting = [];

    public RateLimitSimulation(int seed, int globalLimit, TimeSpan latency, double loss = 0)
    {
        _random = new Random(seed);
        _latency = latency;
        _loss = loss;
        Discord = new SimulatedLimiter(globalLimit);
        _budget = new LocalRestBudget(
            Options.Create(new RestOptions { GlobalLimit = globalLimit }), Clock, NullLogger<LocalRestBudget>.Instance);
    }

    public SimulatedClock Clock { get; } = new();

    public SimulatedLimiter Discord { get; }

    public int Finished { get; private set; }

    public int Lost { get; private set; }

    public int MostInFlight { get; private set; }

    private int InFlight { get; set; }

    public void Dispose() => _budget.Dispose();

    /// <summary>A request that comes at some time from now.</summary>
    public void Request(SimulatedRoute route, string major, TimeSpan wait) => Clock.After(wait, () =>
        Ask(route, new RestCall(route.Name, major, Clock.GetTimestamp(), TimeSpan.FromDays(1)) { CountsGlobally = route.Counted }));

    /// <summary>Lets time pass until nothing is left to happen.</summary>
    public void Run()
    {
        while (Clock.Step())
            SendGranted();
    }

    private void Ask(SimulatedRoute route, RestCall call) =>
        _waiting.Add((_budget.AcquireAsync(call, TestContext.Current.CancellationToken).AsTask(), call, route));

    private void SendGranted()
    {
        for (var i = 0; i < _waiting.Count;)
        {
            var (asked, call, route) = _waiting[i];
            if (!asked.IsCompleted)
            {
                i++;
                continue;
            }

            _waiting.RemoveAt(i);
            Send(route, call, asked.GetAwaiter().GetResult());
        }
    }

    private void Send(SimulatedRoute route, RestCall call, IRestPermit permit)
    {
        MostInFlight = Math.Max(MostInFlight, ++InFlight);
        Clock.After(OneWay(), () =>
        {
            var answer = Discord.Handle(route, call.Major, Clock.Now);
            if (_random.NextDouble() < _loss)
                Clock.After(Timeout, () => End(route, call, permit, null));
            else
                Clock.After(OneWay(), () => End(route, call, permit, answer));
        });
    }

    private void End(SimulatedRoute route, RestCall call, IRestPermit permit, RateLimitAnswer? answer)
    {
        InFlight--;
        var told = answer is { } came ? permit.CompleteAsync(came) : permit.DisposeAsync();
        told.IsCompletedSuccessfully.ShouldBeTrue();
        Lost += answer is null ? 1 : 0;
        if (answer is { Scope: RateLimitScope.None })
            Finished++;
        else
            Ask(route, call);
    }

    private TimeSpan OneWay() => _latency * _random.NextDouble();
}
