using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.Shards;
using Vexera.Core.State;
using Vexera.Host.Configuration;
using Vexera.Host.Hosting;
using Vexera.Sandbox;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

/// <summary>The whole bot on a sandbox, both in this process. The waits of resharding pass when the test says so.</summary>
internal sealed class WholeBot : IFleetMergeFactory, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly SandboxServer _server;
    private readonly IHost _host;
    private int _said;

    private WholeBot(SandboxServer server, int shards)
    {
        _server = server;
        var sources = new ConfigurationSources(new AppSettingsFile(), new Dictionary<string, string?>
        {
            ["Discord:Token"] = World.Users.TokenOf(DemoWorld.BotId),
            ["Discord:ApiBaseUrl"] = new Uri(server.Address, "/api/v10").AbsoluteUri,
            ["Gateway:ShardCount"] = $"{shards}",
            ["Storage:Path"] = _folder.File("vexera.db"),
            ["Dashboard:Enabled"] = "false",
            ["NLog:variables:logFolder"] = _folder.File("logs"),
        });
        _host = BotHost.Build(sources, services => services
            .AddSingleton(new ReshardTiming(_time))
            .AddSingleton<IFleetMergeFactory>(this));
    }

    public SandboxWorld World => _server.World;

    public IFleetStatus Fleet => _host.Services.GetRequiredService<IFleetStatus>();

    public IGuildStates Guilds => _host.Services.GetRequiredService<IGuildStates>();

    public Resharder Resharder => _host.Services.GetRequiredService<Resharder>();

    public IEnumerable<string> ViolatedRules => _server.Services.GetRequiredService<SandboxStats>().Violations.Select(violation => violation.Rule);

    public WatchedMerge? Merge { get; private set; }

    public IReadOnlyList<ulong> GuildIds => [.. DemoWorld.GuildIds(World)];

    public static async Task<WholeBot> StartAsync(int shards)
    {
        var options = new SandboxOptions { Urls = "http://127.0.0.1:0", Shards = 4, MaxConcurrency = 4 };
        var server = await SandboxServer.StartAsync(
            options with { Rest = options.Rest with { RateLimits = false } }, TestContext.Current.CancellationToken);
        var bot = new WholeBot(server, shards);
        await bot._host.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => bot.Fleet.Shards is { Count: > 0 } all && all.All(shard => shard.State == ShardState.Ready)
            && bot.GuildIds.All(id => bot.Guilds.TryGet(new(id), out _)));
        return bot;
    }

    public IFleetMerge Create(IDispatchSink next) =>
        Merge = new WatchedMerge(ActivatorUtilities.CreateInstance<MergingSinkFactory>(_host.Services).Create(next));

    /// <summary>The owner says something in a guild.</summary>
    public void Say(ulong guild, string text) =>
        World.Messages.Create(General(guild).Id, World.Users.Get(DemoWorld.People[0].Id), new MessageDraft { Content = text });

    public Channel General(ulong guild) =>
        World.Guilds.Get(guild).Channels.Values.Single(channel => channel.Name.StartsWith("general", StringComparison.Ordinal));

    /// <summary>What the bot has said in a guild.</summary>
    public IReadOnlyList<string> SaidIn(ulong guild) =>
    [
        .. World.Guilds.Get(guild).Channels.Keys
            .SelectMany(channel => World.Messages.List(channel, DemoWorld.People[0].Id))
            .Where(message => message.Author.Id == DemoWorld.BotId)
            .Select(message => message.Content),
    ];

    public int Pongs(ulong guild) => SaidIn(guild).Count(text => text.StartsWith("Pong!", StringComparison.Ordinal));

    /// <summary>Waits until the new fleet has brought all that was said in a guild so far.</summary>
    public async Task NewFleetHearsAsync(ulong guild)
    {
        var number = ++_said;
        Say(guild, $"{number}");
        await UntilAsync(() => Merge!.LastOfNew >= number);
    }

    public void Pass(TimeSpan time) => _time.Advance(time);

    /// <summary>Waits until something holds, for a minute.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!holds())
            await ticks.WaitForNextTickAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(TestContext.Current.CancellationToken);
        await ((IAsyncDisposable)_host).DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
