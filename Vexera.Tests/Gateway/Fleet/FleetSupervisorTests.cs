using Vexera.Core.Gateway;
using Vexera.Core.Shards;
using Vexera.Tests.Gateway.Transport;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

public sealed class FleetSupervisorTests : IDisposable
{
    private FleetScript _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public async Task StartAsync_DiscordRecommends_RunsThatManyShards()
    {
        await StartAsync();
        _script.Fleet.Shards.ShouldBeEmpty();

        _script.Answer(shards: 3, maxConcurrency: 3);
        for (var i = 0; i < 3; i++)
            await ReadyAsync();

        await Eventually.UntilAsync(() => _script.Fleet.Shards.All(shard => shard.State == ShardState.Ready));
        _script.Fleet.ShardCount.ShouldBe(3);
        _script.Fleet.Shards.Select(shard => shard.Id).ShouldBe([0, 1, 2]);
        await Eventually.UntilAsync(() => _script.Log.Lines.Any(line => line.EventId == 1003));
    }

    [Fact]
    public async Task StartAsync_Range_RunsItsPartOfTheWhole()
    {
        Use(new GatewayOptions { Compression = GatewayCompression.None, ShardCount = 8, Shards = "4-5" });
        _script.Answer(shards: 1, maxConcurrency: 16);
        await StartAsync();

        var shards = new[] { await ReadyAsync(), await ReadyAsync() };

        shards.Order().ShouldBe(["[4,8]", "[5,8]"]);
    }

    [Fact]
    public async Task StartAsync_DiscordUnreachable_TriesOnWithOneLine()
    {
        for (var i = 0; i < 4; i++)
            _script.Fail(new IOException("no route"));
        _script.Answer();
        await StartAsync();
        await PassUntilAsync(_script.Connector.AcceptAsync());

        _script.Asked.ShouldBe(5);
        _script.Log.Lines.Count(line => line.EventId == 1001).ShouldBe(1);
        _script.Log.Lines.Count(line => line.EventId == 1002).ShouldBe(1);
    }

    [Fact]
    public async Task StartAsync_DiscordUnreachableForLong_GivesUpAndStopsTheHost()
    {
        Use(new GatewayOptions { Compression = GatewayCompression.None, StartPatience = TimeSpan.FromSeconds(10) });
        for (var i = 0; i < 100; i++)
            _script.Fail(new IOException("no route"));
        await StartAsync();
        await PassUntilAsync(_script.Failure.Raised);

        (await _script.Failure.Raised).ShouldBeOfType<GatewayUnreachableException>().Message
            .ShouldStartWith("Discord could not be reached for 10 s: ");
        await Eventually.UntilAsync(() => _script.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task StartAsync_NoLimitOfPatience_TriesForEver()
    {
        Use(new GatewayOptions { Compression = GatewayCompression.None, StartPatience = TimeSpan.Zero });
        for (var i = 0; i < 100; i++)
            _script.Fail(new IOException("no route"));
        _script.Answer();
        await StartAsync();
        await PassUntilAsync(_script.Connector.AcceptAsync());

        _script.Asked.ShouldBe(101);
    }

    [Fact]
    public async Task StartAsync_TokenRefused_FailsAndStopsTheHost()
    {
        _script.Fail(new FatalGatewayException(4004, "the token"));
        await StartAsync();

        var failure = await _script.Failure.Raised.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        failure.ShouldBeOfType<FatalGatewayException>().CloseCode.ShouldBe(4004);
        await Eventually.UntilAsync(() => _script.ApplicationStopping.IsCancellationRequested);
        _script.Connector.NobodyDials.ShouldBeTrue();
    }

    [Fact]
    public async Task StartAsync_OneShardFatal_StopsAllAndRaisesOnce()
    {
        _script.Answer(shards: 2, maxConcurrency: 2);
        await StartAsync();
        var first = await _script.Connector.AcceptAsync();
        var second = await _script.Connector.AcceptAsync();
        foreach (var (_, transport) in new[] { first, second })
        {
            transport.Hello();
            (await transport.HearOpcodeAsync()).ShouldBe(2);
        }

        first.Transport.Close(4013);
        (await second.Transport.ClosedAsync()).Code.ShouldBe(4200);
        second.Transport.Close(4200);

        (await _script.Failure.Raised).ShouldBeOfType<FatalGatewayException>().CloseCode.ShouldBe(4013);
        await Eventually.UntilAsync(() => _script.ApplicationStopping.IsCancellationRequested);
        await Eventually.UntilAsync(() => _script.Fleet.Shards.All(shard => shard.State == ShardState.Stopped));
    }

    [Fact]
    public async Task StartAsync_OneShardInTrouble_DelaysNoOther()
    {
        _script.Answer(shards: 3, maxConcurrency: 3);
        await StartAsync();
        await _script.Connector.IgnoreAsync();

        await ReadyAsync();
        await ReadyAsync();

        await Eventually.UntilAsync(() => _script.Fleet.Shards.Count(shard => shard.State == ShardState.Ready) == 2);
        _script.Fleet.Shards.Count(shard => shard.State == ShardState.Connecting).ShouldBe(1);
    }

    [Fact]
    public async Task StartAsync_MoreShardsThanMayIdentify_ConnectsInWaves()
    {
        _script.Answer(shards: 6, maxConcurrency: 2);
        await StartAsync();

        // The first wave and the one after it.
        for (var i = 0; i < 4; i++)
            await _script.Connector.AcceptAsync();

        _script.Connector.NobodyDials.ShouldBeTrue();
        await PassUntilAsync(_script.Connector.AcceptAsync());
        await PassUntilAsync(_script.Connector.AcceptAsync());
    }

    [Fact]
    public async Task StopAsync_Ready_ClosesEveryShardKeepingItsSession()
    {
        _script.Answer(shards: 2, maxConcurrency: 2);
        await StartAsync();
        var transports = new List<ScriptedTransport>();
        for (var i = 0; i < 2; i++)
        {
            var (_, transport) = await _script.Connector.AcceptAsync();
            transport.Hello();
            await transport.HearOpcodeAsync();
            transport.Ready($"s{i}");
            transports.Add(transport);
        }

        await Eventually.UntilAsync(() => _script.Fleet.Shards.All(shard => shard.State == ShardState.Ready));
        var stopping = _script.Fleet.StopAsync(TestContext.Current.CancellationToken);
        foreach (var transport in transports)
        {
            (await transport.ClosedAsync()).Code.ShouldBe(4200);
            transport.Close(4200);
        }

        await stopping;
        _script.Fleet.Shards.ShouldAllBe(shard => shard.State == ShardState.Stopped);
        _script.Failure.Raised.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task StopAsync_WhileAskingDiscord_Ends()
    {
        await StartAsync();

        await _script.Fleet.StopAsync(TestContext.Current.CancellationToken);

        _script.Failure.Raised.IsCompleted.ShouldBeFalse();
    }

    private Task StartAsync() => _script.Fleet.StartAsync(TestContext.Current.CancellationToken);

    private Task PassUntilAsync(Task happened) => Eventually.UntilAsync(() =>
    {
        _script.Time.Advance(TimeSpan.FromMilliseconds(100));
        return happened.IsCompleted;
    });

    // Leads the next shard that dials to READY, and answers its place in the fleet.
    private async Task<string> ReadyAsync()
    {
        var (_, transport) = await _script.Connector.AcceptAsync();
        transport.Hello();
        var shard = (await transport.HearAsync()).GetProperty("d").GetProperty("shard").GetRawText();
        transport.Ready($"session {shard}");
        return shard;
    }

    private void Use(GatewayOptions options)
    {
        _script.Dispose();
        _script = new FleetScript(options);
    }
}
