using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Net;
using Vexera.Tests.Gateway.Identify;
using Vexera.Tests.Gateway.Transport;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>A gateway that misbehaves in the same way for ever: the attempts become few, and go on.</summary>
public sealed class TightLoopTests
{
    private const int Attempts = 30;

    // With every wait at half of its bound: 0.5 + 1 + 2 + 4 s, and 5 s from then on.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(7.5 + (5 * (Attempts - 5)));

    public static TheoryData<string> Misdeeds => ["refused", "hangs", "silent", "resets", "leaves", "opcode7", "opcode9", "garbage", "4009", "flaps"];

    [Theory]
    [MemberData(nameof(Misdeeds))]
    public async Task Gateway_MisbehavesForEver_IsNotStormed(string misdeed)
    {
        var connector = new Misbehaving(misdeed);
        using var fleet = new OneShard(connector);
        var running = fleet.RunAsync();

        var passed = TimeSpan.Zero;
        var step = TimeSpan.FromSeconds(0.5);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (connector.Attempts < Attempts)
        {
            // The shard gets a moment of its own to act on each step; time that it does not use would hide a storm.
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            fleet.Time.Advance(step);
            passed += step;
        }

        passed.ShouldBeGreaterThanOrEqualTo(Least, $"{Attempts} attempts");
        fleet.Identifies.Zip(fleet.Identifies.Skip(1), (one, next) => next - one).ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(5));
        await fleet.StopAsync(running);
    }

    private sealed class Misbehaving(string misdeed) : IGatewayConnector
    {
        private int _attempts;

        public int Attempts => Volatile.Read(ref _attempts);

        public void Prepare(Uri url)
        {
        }

        public Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _attempts);
            var transport = new ScriptedTransport();
            if (misdeed == "refused")
                return Task.FromException<IGatewayTransport>(new IOException("refused"));
            if (misdeed == "hangs")
                return HangAsync(cancellationToken);
            if (misdeed is not ("silent" or "resets"))
                transport.Hello();
            switch (misdeed)
            {
                case "resets":
                    transport.Close(null, "reset");
                    break;
                case "leaves":
                    transport.Close(4000);
                    break;
                case "opcode7":
                    transport.Say("""{"op":7,"d":null}""");
                    break;
                case "opcode9":
                    transport.Say("""{"op":9,"d":false}""");
                    break;
                case "garbage":
                    transport.Say(Encoding.UTF8.GetBytes(new string('x', 70_000)));
                    break;
                case "4009":
                    transport.Close(4009);
                    break;
                case "flaps":
                    transport.Ready();
                    transport.Close(4000);
                    break;
            }

            return Task.FromResult<IGatewayTransport>(transport);
        }

        private static async Task<IGatewayTransport> HangAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new IOException();
        }
    }

    private sealed class OneShard : IGatewayBotSource, IJitter, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();
        private readonly MetricsProbe _probe = new();
        private readonly NotingGate _gate;
        private readonly Shard _shard;

        public OneShard(IGatewayConnector connector)
        {
            _gate = new NotingGate(Time);
            var options = new GatewayOptions { Compression = GatewayCompression.None, FrameBytesMax = 65_536, BackoffMax = TimeSpan.FromSeconds(10), StableAfter = TimeSpan.FromHours(1) };
            var log = new RecordingLogger<FleetSupervisor>();
            _shard = new Shard(
                new FleetContext(Time)
                {
                    Options = options,
                    Token = new BotToken("the.token"),
                    Url = new Uri("wss://main.example"),
                    ShardCount = 1,
                    ShardsHere = 1,
                    Intents = new FleetIntents(options.Intents, log),
                    Connector = connector,
                    Gate = _gate,
                    Limits = new FreshLimits(this, _gate, Time, log.For<FreshLimits>()),
                    Sink = new RecordingSink(),
                    BadFrames = new BadFrames(_probe.Metrics, Time, log.For<BadFrames>()),
                    Metrics = _probe.Metrics,
                    Jitter = this,
                    Logger = log,
                },
                0);
        }

        public FakeTimeProvider Time { get; } = new();

        public IEnumerable<DateTimeOffset> Identifies => _gate.Granted;

        public double Next() => 0.5;

        public Task RunAsync() => Task.Run(() => _shard.RunAsync(_stopping.Token), TestContext.Current.CancellationToken);

        public async Task StopAsync(Task running)
        {
            await _stopping.CancelAsync();
            await Eventually.UntilAsync(() =>
            {
                Time.Advance(TimeSpan.FromSeconds(1));
                return running.IsCompleted;
            });
            await running;
        }

        public Task<GatewayBot> GetAsync(CancellationToken cancellationToken) => Task.FromException<GatewayBot>(new IOException("not asked here"));

        public void Dispose()
        {
            _stopping.Dispose();
            _probe.Dispose();
            _gate.Dispose();
        }
    }

    private sealed class NotingGate : IIdentifyGate, IDisposable
    {
        private readonly IdentifyGate _gate;
        private readonly TimeProvider _time;
        private readonly ConcurrentQueue<DateTimeOffset> _granted = new();

        public NotingGate(TimeProvider time)
        {
            _time = time;
            var budget = new SessionBudget(
                new MemoryLedger(), Microsoft.Extensions.Options.Options.Create(new GatewayOptions()), time, new RecordingLogger<SessionBudget>());
            _gate = new IdentifyGate(budget, time);
        }

        public IEnumerable<DateTimeOffset> Granted => _granted;

        public DateTimeOffset? BudgetRenewsAt => null;

        public int BudgetAvailable => _gate.BudgetAvailable;

        public ValueTask ConfigureAsync(SessionStartLimit limit, CancellationToken cancellationToken) => _gate.ConfigureAsync(limit, cancellationToken);

        public async ValueTask<IdentifyPermit> AcquireAsync(int shardId, CancellationToken cancellationToken)
        {
            var permit = await _gate.AcquireAsync(shardId, cancellationToken);
            return new IdentifyPermit(sent =>
            {
                if (sent)
                {
                    _granted.Enqueue(_time.GetUtcNow());
                    permit.Sent();
                }
                else
                {
                    permit.Dispose();
                }
            });
        }

        public void Dispose() => _gate.Dispose();
    }
}
