using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Net;
using Vexera.Core.Rest;
using Vexera.Core.Shards;
using Vexera.Core.Telemetry;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Tests.Gateway.Fleet;
using Vexera.Tests.Gateway.Identify;
using Vexera.Tests.Sandbox.Gateway;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net;

/// <summary>
/// The real fleet and REST client on a sandbox that they know by names only, which its own DNS server resolves. The address
/// cache and the sandbox each have a clock that only the test moves; the fleet's clock runs.
/// </summary>
internal sealed class NamedDiscord : IHostApplicationLifetime, IAsyncDisposable
{
    /// <summary>The API, the gateway, and where it is resumed.</summary>
    public static readonly string[] Names = ["discord.test", "gateway.discord.test", "gateway-resume.discord.test"];

    private readonly ServiceProvider _services;

    private NamedDiscord(GatewayFixture sandbox)
    {
        Sandbox = sandbox;
        var settings = new Dictionary<string, string?>
        {
            ["Discord:Token"] = sandbox.Bot,
            ["Discord:ApiBaseUrl"] = $"http://discord.test:{sandbox.Sandbox.Address.Port}/api/v10",
            ["Net:DnsServer"] = sandbox.Sandbox.Dns!.ToString(),
            // A stale name is served at once: no test needs to move a clock to get on.
            ["Net:RefreshPatience"] = "00:00:00",
            ["Gateway:BackoffFirst"] = "00:00:00.010",
            ["Gateway:BackoffMax"] = "00:00:01",
        };
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IHostApplicationLifetime>(this)
            .AddSingleton<IGatewayBotSource, RestGatewayBotSource>()
            .AddSingleton<IIdentifyLedger>(new MemoryLedger())
            .AddSingleton<IDispatchSink>(new RecordingSink())
            .AddSingleton(provider => new AddressCache(
                provider.GetRequiredService<IAddressResolver>(), provider.GetRequiredService<IOptions<NetOptions>>(), Clock, Probe.Metrics,
                NullLogger<AddressCache>.Instance))
            .AddLogging()
            .AddSettings<DiscordOptions>(DiscordOptions.Section).Services
            .AddTelemetry()
            .AddSingleton(Probe.Metrics)
            .AddNet()
            .AddDiscordRest()
            .AddGateway()
            .BuildServiceProvider();
        Fleet = _services.GetRequiredService<FleetSupervisor>();
    }

    public GatewayFixture Sandbox { get; }

    /// <summary>What the address cache goes by.</summary>
    public FakeTimeProvider Clock { get; } = new();

    public MetricsProbe Probe { get; } = new();

    public FleetSupervisor Fleet { get; }

    public AddressCache Addresses => _services.GetRequiredService<AddressCache>();

    public IDiscordRest Rest => _services.GetRequiredService<IDiscordRest>();

    public NetOptions Options => _services.GetRequiredService<IOptions<NetOptions>>().Value;

    public long Resumes => Probe.Total(Probe.Metrics.Resumes);

    public CancellationToken ApplicationStarted => default;

    public CancellationToken ApplicationStopping => default;

    public CancellationToken ApplicationStopped => default;

    /// <summary>Starts a sandbox and a fleet on it, and waits until all shards are ready.</summary>
    public static async Task<NamedDiscord> ReadyAsync(int shards)
    {
        var sandbox = await GatewayFixture.StartAsync(options => options with
        {
            Dns = new IPEndPoint(IPAddress.Loopback, 0),
            Shards = shards,
            MaxConcurrency = shards,
            Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromHours(10) },
        });
        var discord = new NamedDiscord(sandbox);
        await discord.Fleet.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.UntilAsync(() => discord.Fleet.Shards.Count == shards && discord.AllReady);
        await Eventually.UntilAsync(() => discord.Questions.Count == 6);
        // A question that is still on its way would time out when a test moves the clock.
        foreach (var name in Names)
            await discord.Addresses.ResolveAsync(name, TestContext.Current.CancellationToken);
        return discord;
    }

    public bool AllReady => Fleet.Shards.All(shard => shard.State == ShardState.Ready);

    /// <summary>Questions that reached the DNS server, by name and type.</summary>
    public IReadOnlyDictionary<(string Name, string Type), long> Questions => Sandbox.Stats.Questions;

    public void Misbehave(DnsFault fault) => Sandbox.Faults.Add(fault);

    /// <summary>Cuts every WebSocket at once.</summary>
    public void DropAll()
    {
        foreach (var connection in Sandbox.Sandbox.Services.GetRequiredService<ConnectionDirectory>().Open)
            connection.Drop();
    }

    public void StopApplication()
    {
    }

    public async ValueTask DisposeAsync()
    {
        await Fleet.StopAsync(TestContext.Current.CancellationToken);
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
        Probe.Dispose();
    }
}
