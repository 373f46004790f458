using System.Buffers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Net;
using Vexera.Core.Shards;
using Vexera.Tests.Gateway.Identify;
using Vexera.Tests.Gateway.Transport;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>One shard with its clock, its other end and its receiver of events in a test's hands.</summary>
internal sealed class ShardScript : IGatewayBotSource, IDisposable
{
    /// <summary>Between heartbeats; the first comes after half of it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    private readonly CancellationTokenSource _stopping = new();
    private readonly IdentifyGate _gate;

    public ShardScript(GatewayOptions? options = null)
    {
        Options = options ?? new GatewayOptions { Compression = GatewayCompression.None };
        Clock = new JumpingClock(Time);
        _gate = new IdentifyGate(
            new SessionBudget(new MemoryLedger(), Microsoft.Extensions.Options.Options.Create(Options), Clock, NullLogger<SessionBudget>.Instance), Clock);
        Intents = new FleetIntents(Options.Intents, Log);
        Shard = new Shard(
            new FleetContext(Clock)
            {
                Options = Options,
                Token = new BotToken("the.token"),
                Url = new Uri("wss://main.example"),
                ShardCount = 8,
                ShardsHere = 1,
                Intents = Intents,
                Connector = Connector,
                Gate = _gate,
                Limits = new FreshLimits(this, _gate, Clock, NullLogger<FreshLimits>.Instance),
                Sink = Sink,
                BadFrames = new BadFrames(Probe.Metrics, Time, Log.For<BadFrames>()),
                Metrics = Probe.Metrics,
                Jitter = new HalfJitter(),
                Logger = Log,
                Pool = Pool,
            },
            id: 3);
    }

    public FakeTimeProvider Time { get; } = new();

    /// <summary>The shard's clock, which runs with <see cref="Time"/> and whose wall clock may be set.</summary>
    public JumpingClock Clock { get; }

    public GatewayOptions Options { get; }

    public FleetIntents Intents { get; }

    public ScriptedConnector Connector { get; } = new();

    public RecordingSink Sink { get; } = new();

    public MetricsProbe Probe { get; } = new();

    public RecordingLogger<Shard> Log { get; } = new();

    public LendingPool Pool { get; } = new();

    public Shard Shard { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    public void Start() => Running = Task.Run(() => Shard.RunAsync(_stopping.Token), TestContext.Current.CancellationToken);

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    /// <summary>Starts the shard and leads it to READY.</summary>
    public async Task<ScriptedTransport> ReadyAsync()
    {
        Start();
        var (_, transport) = await Connector.AcceptAsync();
        transport.Hello();
        (await transport.HearOpcodeAsync()).ShouldBe(2);
        transport.Ready();
        (await Sink.NextAsync()).Name.ShouldBe("READY");
        return transport;
    }

    /// <summary>Waits until the shard backs off, lets enough time pass, and answers when it dials again.</summary>
    public async Task<(Uri Url, ScriptedTransport Transport)> RedialedAsync()
    {
        await PassBackoffAsync();
        return await Connector.AcceptAsync();
    }

    /// <summary>Waits until the shard backs off, and lets enough time pass.</summary>
    public async Task PassBackoffAsync()
    {
        await UntilAsync(shard => shard.State == ShardState.BackingOff);
        Time.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>Waits for the shard to tell something of itself.</summary>
    public Task UntilAsync(Func<ShardStatus, bool> told) => Eventually.UntilAsync(() => told(Shard.Status));

    public Task<GatewayBot> GetAsync(CancellationToken cancellationToken) => Task.FromResult(new GatewayBot
    {
        Url = new Uri("wss://main.example"),
        Shards = 8,
        SessionStartLimit = new SessionStartLimit { Total = 1000, Remaining = 1000, ResetAfter = 86_400_000, MaxConcurrency = 1 },
    });

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _gate.Dispose();
        Probe.Dispose();
    }

    private sealed class HalfJitter : IJitter
    {
        public double Next() => 0.5;
    }

    /// <summary>A pool that counts what is out.</summary>
    internal sealed class LendingPool : ArrayPool<byte>
    {
        private int _out;

        public int Out => Volatile.Read(ref _out);

        public override byte[] Rent(int minimumLength)
        {
            Interlocked.Increment(ref _out);
            return new byte[minimumLength];
        }

        public override void Return(byte[] array, bool clearArray = false) => Interlocked.Decrement(ref _out);
    }
}
