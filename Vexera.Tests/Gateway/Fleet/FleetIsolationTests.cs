using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Shards;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>One shard's trouble is its own; what all wait for is asked once.</summary>
public sealed class FleetIsolationTests : IDisposable
{
    private FleetScript _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public async Task Connect_HangsForOneShard_DelaysNoOther()
    {
        await StartAsync(shards: 3);
        await _script.Connector.IgnoreAsync();

        await _script.ReadyAsync();
        await _script.ReadyAsync();

        _script.Fleet.Shards.Count(shard => shard.State == ShardState.Connecting).ShouldBe(1);
    }

    [Fact]
    public async Task Hello_NeverComesForOneShard_DelaysNoOther()
    {
        await StartAsync(shards: 3);
        var (_, silent) = await _script.Connector.AcceptAsync();

        await _script.ReadyAsync();
        await _script.ReadyAsync();

        silent.HearsNothing.ShouldBeTrue();
        _script.Time.Advance(TimeSpan.FromSeconds(20));
        (await silent.ClosedAsync()).Code.ShouldBe(4200);
        await Eventually.UntilAsync(() => _script.Fleet.Shards.Count(shard => shard.State == ShardState.Ready) == 2);
    }

    [Fact]
    public async Task Sink_BlockedByOneShard_DelaysNoOther()
    {
        _script.Sink.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _script.Sink.HeldShard = 0;
        await StartAsync(shards: 3);
        var shards = new[] { await _script.ReadyAsync(), await _script.ReadyAsync(), await _script.ReadyAsync() };
        for (var i = 0; i < 3; i++)
            (await _script.Sink.NextAsync()).Name.ShouldBe("READY");

        foreach (var (_, transport) in shards)
            transport.Event(2);

        (await _script.Sink.NextAsync()).ShardId.ShouldNotBe(0);
        (await _script.Sink.NextAsync()).ShardId.ShouldNotBe(0);
        _script.Sink.IsEmpty.ShouldBeTrue("shard 0 waits");
        _script.Sink.Hold.SetResult();
        (await _script.Sink.NextAsync()).ShardId.ShouldBe(0);
    }

    [Fact]
    public async Task Identify_BudgetNearlySpent_WaitsAndSaysUntilWhen()
    {
        _script.Answer(shards: 2, maxConcurrency: 2, remaining: 3);
        await StartAsync();
        for (var i = 0; i < 2; i++)
            (await _script.Connector.AcceptAsync()).Transport.Hello(86_400_000);

        await Eventually.UntilAsync(() => _script.Fleet.IdentifiesRenewAt is not null);

        var renewsAt = _script.Time.GetUtcNow() + TimeSpan.FromDays(1);
        _script.Fleet.IdentifiesRenewAt.ShouldBe(renewsAt);
        await Eventually.UntilAsync(() => _script.Fleet.Shards.All(shard => shard.State == ShardState.Waiting));
        _script.Fleet.Shards.ShouldAllBe(shard =>
            shard.Reason == $"the day's identify budget is nearly used up, until {renewsAt:HH:mm} UTC");
        _script.Log.Lines.ShouldContain(line => line.EventId == 1006 && line.Text.Contains($"until {renewsAt:yyyy-MM-dd HH:mm} UTC"));
        _script.Probe.Total(_script.Probe.Metrics.Identifies).ShouldBe(0);
    }

    [Fact]
    public async Task Identify_AllSessionsGone_AsksDiscordForFreshLimitsOnce()
    {
        const int Shards = 4;
        await StartAsync(Shards);
        var transports = new List<Transport.ScriptedTransport>();
        for (var i = 0; i < Shards; i++)
            transports.Add((await _script.ReadyAsync()).Transport);
        _script.Time.Advance(TimeSpan.FromMinutes(6));
        transports.ForEach(transport => transport.Say("""{"op":9,"d":false}"""));
        await Eventually.UntilAsync(() => _script.Fleet.Shards.All(shard => shard.State == ShardState.BackingOff));
        _script.Answer(Shards + 1, Shards, remaining: 500);
        _script.Answer(Shards + 1, Shards, remaining: 500);

        _script.Time.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < Shards; i++)
            await _script.ReadyAsync();

        _script.Asked.ShouldBe(2);
        _script.Ledger.Record!.Taken.ShouldBe(500 + Shards);
        _script.Log.Lines.Count(line => line.EventId == 1033).ShouldBe(1, "another number of shards is recommended");
    }

    [Fact]
    public async Task Identify_FreshLimitsCannotBeAsked_GoesOnWithTheOldOnes()
    {
        await StartAsync(shards: 1);
        var (_, transport) = await _script.ReadyAsync();
        _script.Time.Advance(TimeSpan.FromMinutes(6));
        transport.Say("""{"op":9,"d":false}""");
        await Eventually.UntilAsync(() => _script.Fleet.Shards[0].State == ShardState.BackingOff);
        _script.Fail(new IOException("no route"));

        _script.Time.Advance(TimeSpan.FromSeconds(5));
        await _script.ReadyAsync();

        _script.Log.Lines.ShouldContain(line => line.EventId == 1032 && line.Text.Contains("no route"));
    }

    [Fact]
    public async Task Start_AfterACrashLoop_KeepsBackWhatTheLedgerSays()
    {
        _script.Ledger.Record = new IdentifyRecord(990, 1000, _script.Time.GetUtcNow() + TimeSpan.FromDays(1), DateTimeOffset.UnixEpoch);
        await StartAsync(shards: 1);
        (await _script.Connector.AcceptAsync()).Transport.Hello(86_400_000);

        await Eventually.UntilAsync(() => _script.Fleet.IdentifiesRenewAt is not null);

        _script.Probe.Total(_script.Probe.Metrics.Identifies).ShouldBe(0);
    }

    [Fact]
    public async Task Shard_LosesItsConnectionAgainAndAgain_IsReportedOnce()
    {
        _script.Dispose();
        _script = new FleetScript(new GatewayOptions { Compression = GatewayCompression.None, FlapCount = 3, FlapWindow = TimeSpan.FromDays(1) });
        await StartAsync(shards: 1);
        var (_, transport) = await _script.ReadyAsync();

        for (var loss = 1; loss <= 5; loss++)
        {
            _script.Fleet.Shards[0].IsFlapping.ShouldBe(loss > 3);
            transport.Close(4000);
            await Eventually.UntilAsync(() => _script.Fleet.Shards[0].State == ShardState.BackingOff);
            _script.Time.Advance(TimeSpan.FromSeconds(30));
            (_, transport) = await _script.Connector.AcceptAsync();
            transport.Hello(86_400_000);
            (await transport.HearOpcodeAsync()).ShouldBe(6);
            transport.Event(1 + loss, "RESUMED");
            await Eventually.UntilAsync(() => _script.Fleet.Shards[0].State == ShardState.Ready);
        }

        _script.Log.Lines.Where(line => line.EventId == 1015).ShouldHaveSingleItem().Text.ShouldContain("3 × 4000");
        _script.Probe.Total(_script.Probe.Metrics.Identifies).ShouldBe(1);
    }

    private async Task StartAsync(int shards = 0)
    {
        if (shards > 0)
            _script.Answer(shards, shards);
        await _script.Fleet.StartAsync(TestContext.Current.CancellationToken);
    }
}
