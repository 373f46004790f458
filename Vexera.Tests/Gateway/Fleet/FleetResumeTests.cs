using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>A fleet that starts with the sessions of before.</summary>
public sealed class FleetResumeTests : IDisposable
{
    private FleetScript _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public async Task StartAsync_SavedSessions_ResumesAllAtOnceAtTheirAddresses()
    {
        Save(count: 12, shards: 12);
        _script.Answer(shards: 12, maxConcurrency: 1);
        await StartAsync();

        var resumed = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var (url, transport) = await _script.Connector.AcceptAsync();
            url.Host.ShouldBe("resume.example");
            transport.Hello();
            var resume = await transport.HearAsync();
            resume.GetProperty("op").GetInt32().ShouldBe(6);
            var session = resume.GetProperty("d").GetProperty("session_id").GetString()!;
            resume.GetProperty("d").GetProperty("seq").GetInt64().ShouldBe(100 + long.Parse(session[1..], null));
            resumed.Add(session);
            transport.Event(500, "RESUMED");
        }

        resumed.Order().ShouldBe(Enumerable.Range(0, 12).Select(id => $"s{id}").Order());
        await Eventually.UntilAsync(() => _script.Fleet.Shards.All(shard => shard.State == ShardState.Ready));
        _script.Probe.Total(_script.Probe.Metrics.Identifies).ShouldBe(0);
    }

    [Fact]
    public async Task StartAsync_SessionRefused_IdentifiesThroughTheGate()
    {
        Save(count: 1, shards: 1);
        _script.Answer();
        await StartAsync();
        var (_, transport) = await _script.Connector.AcceptAsync();
        transport.Hello();
        (await transport.HearOpcodeAsync()).ShouldBe(6);

        transport.Say("""{"op":9,"d":false,"s":null,"t":null}""");
        (await transport.ClosedAsync()).Code.ShouldBe(4200);
        transport.Close(4200);

        // It waits 1 to 5 seconds.
        _script.Time.Advance(TimeSpan.FromSeconds(5));
        var (_, again) = await _script.Connector.AcceptAsync();
        again.Hello();
        (await again.HearOpcodeAsync()).ShouldBe(2);
        _script.Probe.Total(_script.Probe.Metrics.Identifies).ShouldBe(1);
    }

    [Fact]
    public async Task StartAsync_SomeWithoutSession_TheseWaitForTheirWaveAndTheOthersDoNot()
    {
        Save(count: 6, shards: 6, except: [2, 4, 5]);
        _script.Answer(shards: 6, maxConcurrency: 2);
        await StartAsync();

        // Resuming: 0, 1, 3. Of the others 2 is in the second wave, which connects ahead of its turn; the third wave waits.
        var opcodes = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            var (_, transport) = await _script.Connector.AcceptAsync();
            transport.Hello();
            opcodes.Add(await transport.HearOpcodeAsync());
        }

        opcodes.Order().ShouldBe([2, 6, 6, 6]);
        _script.Connector.NobodyDials.ShouldBeTrue();
        await PassUntilAsync(_script.Connector.AcceptAsync());
        await PassUntilAsync(_script.Connector.AcceptAsync());
    }

    [Fact]
    public async Task StartAsync_OtherCountIsSet_DiscardsTheSessions()
    {
        Use(new GatewayOptions { Compression = GatewayCompression.None, StartPatience = TimeSpan.Zero, ShardCount = 1 });
        Save(count: 2, shards: 2);
        _script.Answer(shards: 2);
        await StartAsync();

        var (_, transport) = await _script.Connector.AcceptAsync();
        transport.Hello();

        (await transport.HearOpcodeAsync()).ShouldBe(2);
        _script.Sessions.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task StartAsync_RecommendationHasGrownALittle_GoesOnWithTheCountOfBefore()
    {
        Save(count: 2, shards: 2);
        _script.Answer(shards: 3, maxConcurrency: 16);
        await StartAsync();

        for (var i = 0; i < 2; i++)
        {
            var (_, transport) = await _script.Connector.AcceptAsync();
            transport.Hello();
            (await transport.HearOpcodeAsync()).ShouldBe(6);
        }

        _script.Fleet.ShardCount.ShouldBe(2);
        _script.Log.Lines.ShouldContain(line => line.EventId == 1034);
    }

    private Task StartAsync() => _script.Fleet.StartAsync(TestContext.Current.CancellationToken);

    private void Save(int count, int shards, int[]? except = null) => _script.Sessions.Sessions.AddRange(Enumerable.Range(0, shards)
        .Except(except ?? [])
        .Select(id => new StoredSession(id, count, new SessionTicket($"s{id}", new Uri("wss://resume.example"), 100 + id))));

    private Task PassUntilAsync(Task happened) => Eventually.UntilAsync(() =>
    {
        _script.Time.Advance(TimeSpan.FromMilliseconds(100));
        return happened.IsCompleted;
    });

    private void Use(GatewayOptions options)
    {
        _script.Dispose();
        _script = new FleetScript(options);
    }
}
