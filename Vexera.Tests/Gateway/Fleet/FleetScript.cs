using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Net;
using Vexera.Core.Shards;
using Vexera.Core.State.Sessions;
using Vexera.Tests.Gateway.Identify;
using Vexera.Tests.Gateway.Transport;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>A fleet with its clock, Discord's answers and its connections in a test's hands.</summary>
internal sealed class FleetScript : IGatewayBotSource, IHostApplicationLifetime, IJitter, IFleetMergeFactory, IDisposable
{
    private readonly Channel<Func<GatewayBot>> _answers = System.Threading.Channels.Channel.CreateUnbounded<Func<GatewayBot>>();
    private readonly CancellationTokenSource _stopApplication = new();
    private readonly IdentifyGate _gate;

    // A test's clock runs far ahead of what happens meanwhile.
    private static readonly TimeSpan LongPatience = TimeSpan.FromHours(12);

    public FleetScript(GatewayOptions? options = null, TimeSpan? reshardPatience = null)
    {
        var settings = Options.Create(options ?? new GatewayOptions { Compression = GatewayCompression.None, StartPatience = TimeSpan.Zero });
        Timing = new ReshardTiming(Time) { Patience = reshardPatience ?? LongPatience };
        _gate = new IdentifyGate(new SessionBudget(Ledger, settings, Time, Log.For<SessionBudget>()), Time);
        var limits = new FreshLimits(this, _gate, Time, Log.For<FreshLimits>());
        var factory = new FleetFactory(
            Connector, _gate, limits, Sink, new BotToken("the.token"), settings, new BadFrames(Probe.Metrics, Time, Log.For<BadFrames>()),
            Probe.Metrics, this, Time, Log);
        Fleet = new FleetSupervisor(this, factory, Serving, _gate, Sessions, limits, settings, Failure, this, this, Time, Log);
        Resharder = new Resharder(this, factory, Serving, this, _gate, Sessions, limits, settings, Timing, Log.For<Resharder>());
        Watch = new RecommendationWatch(this, limits, Serving, Resharder, settings, Timing, this, Log.For<RecommendationWatch>());
    }

    public WatchedTime Time { get; } = new();

    public ScriptedConnector Connector { get; } = new();

    public RecordingSink Sink { get; } = new();

    public MemoryLedger Ledger { get; } = new();

    public MemorySessionStore Sessions { get; } = new();

    public FleetFailure Failure { get; } = new();

    public MetricsProbe Probe { get; } = new();

    public RecordingLogger<FleetSupervisor> Log { get; } = new();

    public FleetSupervisor Fleet { get; }

    public Resharder Resharder { get; }

    public RecommendationWatch Watch { get; }

    public ServingFleet Serving { get; } = new();

    public ReshardTiming Timing { get; }

    public int Asked { get; private set; }

    public int IdentifiesAvailable => _gate.BudgetAvailable;

    public CancellationToken ApplicationStarted => default;

    public CancellationToken ApplicationStopping => _stopApplication.Token;

    public CancellationToken ApplicationStopped => default;

    /// <summary>The limits change without a question.</summary>
    public ValueTask LimitAsync(int remaining, int maxConcurrency = 16) => _gate.ConfigureAsync(
        new SessionStartLimit { Total = 1000, Remaining = remaining, ResetAfter = 86_400_000, MaxConcurrency = maxConcurrency },
        TestContext.Current.CancellationToken);

    /// <summary>What Discord answers to the next question.</summary>
    public void Answer(int shards = 1, int maxConcurrency = 1, int remaining = 1000) => _answers.Writer.TryWrite(() => new GatewayBot
    {
        Url = new Uri("wss://main.example"),
        Shards = shards,
        SessionStartLimit = new SessionStartLimit { Total = 1000, Remaining = remaining, ResetAfter = 86_400_000, MaxConcurrency = maxConcurrency },
    });

    public void Fail(Exception failure) => _answers.Writer.TryWrite(() => throw failure);

    public async Task<GatewayBot> GetAsync(CancellationToken cancellationToken)
    {
        var answer = await _answers.Reader.ReadAsync(cancellationToken);
        Asked++;
        return answer();
    }

    /// <summary>
    /// Leads the next shard that dials to READY, and answers its place in the fleet and the connection, on which a heartbeat is
    /// due only after hours.
    /// </summary>
    public async Task<(int Shard, ScriptedTransport Transport)> ReadyAsync()
    {
        var (_, transport) = await Connector.AcceptAsync();
        transport.Hello(86_400_000);
        var shard = (await transport.HearAsync()).GetProperty("d").GetProperty("shard")[0].GetInt32();
        transport.Ready($"session {shard}");
        await Eventually.UntilAsync(() => Fleet.Shards.Any(one => one.Id == shard && one.State == ShardState.Ready));
        return (shard, transport);
    }

    public void StopApplication() => _stopApplication.Cancel();

    public double Next() => 0.5;

    public IFleetMerge Create(IDispatchSink next) => new MergingSink(next, _ => true, new FakeGuildStates(), new StateJournal(), Timing);

    public void Dispose()
    {
        Watch.Dispose();
        Resharder.Dispose();
        Fleet.Dispose();
        _gate.Dispose();
        _stopApplication.Dispose();
        Probe.Dispose();
    }
}
