using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Net;
using Vexera.Core.Shards;
using Vexera.Core.State.Sessions;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Gateway.Fleet.Resharding;
using Vexera.Tests.Gateway.Identify;
using Vexera.Tests.Sandbox.Gateway;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>
/// The real gateway, from registration to socket, on a sandbox. The bot's own clock runs; the sandbox's, and the one that the
/// identify gate goes by, are moved by the test.
/// </summary>
internal sealed class SandboxBot : IGatewayBotSource, IHostApplicationLifetime, IFleetMergeFactory, IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly int _shards;
    private readonly int _maxConcurrency;
    private readonly Uri _gateway;
    private int _asked;

    private SandboxBot(GatewayFixture sandbox, int shards, int maxConcurrency, Dictionary<string, string?> settings, Uri? gateway, IDispatchSink? sink)
    {
        (Sandbox, _shards, _maxConcurrency) = (sandbox, shards, maxConcurrency);
        _gateway = gateway ?? sandbox.Sandbox.Address;
        settings.TryAdd("Gateway:Compression", "None");
        settings.TryAdd("Gateway:BackoffFirst", "00:00:00.010");
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IHostApplicationLifetime>(this)
            .AddSingleton<IGatewayBotSource>(this)
            .AddSingleton(sink ?? Sink)
            .AddSingleton<IIdentifyLedger>(Ledger)
            .AddSingleton<IIdentifyGate>(services => new IdentifyGate(
                new SessionBudget(Ledger, services.GetRequiredService<IOptions<GatewayOptions>>(), sandbox.Clock, Log.For<SessionBudget>()), sandbox.Clock))
            .AddSingleton(new BotToken(sandbox.Bot))
            .AddSingleton(Probe.Metrics)
            .AddSingleton<ILogger<FleetSupervisor>>(Log)
            .AddLogging()
            .AddNet()
            .AddSingleton(new ReshardTiming(sandbox.Clock))
            .AddSingleton<IFleetMergeFactory>(this)
            .AddGateway()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        Fleet = _services.GetRequiredService<FleetSupervisor>();
    }

    public GatewayFixture Sandbox { get; }

    public RecordingSink Sink { get; } = new();

    public MemoryLedger Ledger { get; } = new();

    public RecordingLogger<FleetSupervisor> Log { get; } = new();

    public MetricsProbe Probe { get; } = new();

    public FleetSupervisor Fleet { get; }

    public Resharder Resharder => _services.GetRequiredService<Resharder>();

    /// <summary>The merge of the last reshard.</summary>
    public WatchedMerge? Merge { get; private set; }

    public FleetFailure Failure => _services.GetRequiredService<FleetFailure>();

    public bool HostWasStopped { get; private set; }

    /// <summary>How often Discord was asked for the gateway.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public long Identifies => Probe.Total(Probe.Metrics.Identifies);

    public long Resumes => Probe.Total(Probe.Metrics.Resumes);

    /// <summary>The sandbox's budget of IDENTIFYs.</summary>
    public Vexera.Sandbox.Gateway.SessionBudget Budget => Sandbox.Sandbox.Services.GetRequiredService<Vexera.Sandbox.Gateway.SessionBudget>();

    public bool IsReady => Fleet.Shards is { Count: > 0 } shards && shards.All(shard => shard.State == ShardState.Ready);

    public ShardStatus Shard => Fleet.Shards[0];

    public CancellationToken ApplicationStarted => default;

    public CancellationToken ApplicationStopping => default;

    public CancellationToken ApplicationStopped => default;

    /// <summary>The sandbox's side of all connections.</summary>
    public IEnumerable<GatewayConnection> Connections => Sandbox.Sandbox.Services.GetRequiredService<ConnectionDirectory>().Open;

    /// <summary>The sandbox's side of the only connection.</summary>
    public GatewayConnection Connection => Sandbox.Sandbox.Services.GetRequiredService<ConnectionDirectory>().Open.Last();

    /// <summary>
    /// Starts a bot; settings are given as in the configuration, such as <c>Gateway:Compression</c>. It finds the gateway at the
    /// sandbox's address, or at <paramref name="gateway"/>, and hands events to <see cref="Sink"/>, or to <paramref name="sink"/>.
    /// </summary>
    public static async Task<SandboxBot> StartAsync(
        GatewayFixture sandbox, int shards = 1, int maxConcurrency = 1, Dictionary<string, string?>? settings = null, Uri? gateway = null,
        IDispatchSink? sink = null)
    {
        var bot = new SandboxBot(sandbox, shards, maxConcurrency, settings ?? [], gateway, sink);
        await bot.Fleet.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    /// <summary>Waits for the next event of a name, passing over others.</summary>
    public async Task<JsonElement> ReceiveAsync(string name)
    {
        while (true)
        {
            var next = await Sink.NextAsync();
            if (next.Name != name)
                continue;
            using var document = JsonDocument.Parse(next.Data);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Waits for READY and the guilds after it.</summary>
    public async Task ReadyAsync()
    {
        await ReceiveAsync("READY");
        await ReceiveAsync("GUILD_CREATE");
        await ReceiveAsync("GUILD_CREATE");
    }

    /// <summary>Says something in the world, and waits until the bot has it.</summary>
    public async Task HearsAsync(string text)
    {
        Sandbox.Say(text);
        (await ReceiveAsync("MESSAGE_CREATE")).GetProperty("content").GetString().ShouldBe(text);
    }

    /// <summary>
    /// Lets time pass for the sandbox and the identify gate, until something holds. It stands still while an IDENTIFY is on its way,
    /// so that both ends agree on when that was.
    /// </summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="others">The other bots on the same sandbox.</param>
    public async Task PassUntilAsync(Func<bool> condition, params SandboxBot[] others)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!condition())
        {
            await ticks.WaitForNextTickAsync(patience.Token);
            if (Identifies + others.Sum(other => other.Identifies) == Sandbox.Stats["identifies_received"])
                Sandbox.Clock.Advance(TimeSpan.FromMilliseconds(25));
        }
    }

    public Task<GatewayBot> GetAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        var limit = Budget.Of(DemoWorld.BotId);
        return Task.FromResult(new GatewayBot
        {
            Url = new UriBuilder(_gateway) { Scheme = "ws", Path = "/gateway" }.Uri,
            Shards = _shards,
            SessionStartLimit = new SessionStartLimit
            {
                Total = limit.Total,
                Remaining = limit.Remaining,
                ResetAfter = (long)limit.ResetAfter.TotalMilliseconds,
                MaxConcurrency = _maxConcurrency,
            },
        });
    }

    public IFleetMerge Create(IDispatchSink next) =>
        Merge = new WatchedMerge(new MergingSink(next, _ => true, new FakeGuildStates(), new StateJournal(), _services.GetRequiredService<ReshardTiming>()));

    public void StopApplication() => HostWasStopped = true;

    public async ValueTask DisposeAsync()
    {
        await Resharder.StopAsync(TestContext.Current.CancellationToken);
        await Fleet.StopAsync(TestContext.Current.CancellationToken);
        await _services.DisposeAsync();
        Probe.Dispose();
    }
}
