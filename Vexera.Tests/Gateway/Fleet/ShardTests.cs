using Vexera.Core.Shards;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>Conversations, line by line.</summary>
public sealed class ShardTests : IDisposable
{
    private readonly ShardScript _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public async Task RunAsync_NewSession_IdentifiesAsItsShardAndHandsEventsOnInOrder()
    {
        _script.Start();
        var (url, transport) = await _script.Connector.AcceptAsync();
        url.AbsoluteUri.ShouldBe("wss://main.example/?v=10&encoding=json");
        transport.HearsNothing.ShouldBeTrue("nothing is sent before HELLO");
        transport.Hello();
        var identify = (await transport.HearAsync()).GetProperty("d");
        identify.GetProperty("token").GetString().ShouldBe("the.token");
        identify.GetProperty("shard").GetRawText().ShouldBe("[3,8]");
        transport.Ready();
        transport.Event(2);
        transport.Event(3, "GUILD_CREATE");

        (await _script.Sink.NextAsync()).ShouldBeEquivalentTo(new RecordingSink.Received(
            3, "session-1", 1, "READY", """{"v":10,"session_id":"session-1","resume_gateway_url":"wss://resume.example"}"""));
        (await _script.Sink.NextAsync()).ShouldBe(new RecordingSink.Received(3, "session-1", 2, "MESSAGE_CREATE", """{"n":2}"""));
        (await _script.Sink.NextAsync()).ShouldBe(new RecordingSink.Received(3, "session-1", 3, "GUILD_CREATE", """{"n":3}"""));
        await _script.UntilAsync(shard => shard.State == ShardState.Ready);
        transport.Close(4000);
        await _script.StopAsync();
        _script.Pool.Out.ShouldBe(0, "every buffer is returned");
    }

    [Fact]
    public async Task RunAsync_Dropped_ResumesAtTheResumeAddressAndDropsRepeats()
    {
        var transport = await _script.ReadyAsync();
        transport.Event(2);
        (await _script.Sink.NextAsync()).Sequence.ShouldBe(2);
        transport.Close(null, "reset");

        var (url, second) = await _script.RedialedAsync();
        url.Host.ShouldBe("resume.example");
        second.Hello();
        (await second.HearAsync()).GetRawText().ShouldBe("""{"op":6,"d":{"token":"the.token","session_id":"session-1","seq":2}}""");
        second.Event(2);
        second.Event(3);
        second.Event(4, "RESUMED");

        (await _script.Sink.NextAsync()).Sequence.ShouldBe(3);
        (await _script.Sink.NextAsync()).Name.ShouldBe("RESUMED");
        _script.Probe.Total(_script.Probe.Metrics.EventsRepeated).ShouldBe(1);
        _script.Probe.Total(_script.Probe.Metrics.Identifies).ShouldBe(1);
        _script.Probe.Total(_script.Probe.Metrics.Resumes).ShouldBe(1);
        await _script.UntilAsync(shard => shard.State == ShardState.Ready);
        _script.Shard.Status.Reason.ShouldBe("reset");
    }

    [Fact]
    public async Task RunAsync_ResumedWithoutNumber_EndsTheReplayAllTheSame()
    {
        var transport = await _script.ReadyAsync();
        transport.Close(null);
        var (_, second) = await _script.RedialedAsync();
        second.Hello();
        (await second.HearOpcodeAsync()).ShouldBe(6);

        second.Say("""{"op":0,"t":"RESUMED","s":null,"d":{}}""");

        await _script.UntilAsync(shard => shard.State == ShardState.Ready);
        _script.Probe.Total(_script.Probe.Metrics.BadFrames).ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_HeartbeatsAcknowledged_GoOnAndTellTheLatency()
    {
        var transport = await _script.ReadyAsync();
        _script.Time.Advance(ShardScript.Interval / 2);
        for (var milliseconds = 10; milliseconds < 14; milliseconds++)
        {
            (await transport.HearAsync()).GetRawText().ShouldBe("""{"op":1,"d":1}""");
            var latency = TimeSpan.FromMilliseconds(milliseconds);
            _script.Time.Advance(latency);
            transport.Say("""{"op":11}""");
            await _script.UntilAsync(shard => shard.Latency == latency);
            _script.Time.Advance(ShardScript.Interval - latency);
        }

        transport.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_Zombie_LeavesWithACodeThatKeepsTheSessionAndResumes()
    {
        var transport = await _script.ReadyAsync();
        var closed = transport.ClosedAsync();

        // While the reader is on its way back to the socket a silence proves nothing; a later beat comes to the same end.
        while (!closed.IsCompleted)
        {
            _script.Time.Advance(ShardScript.Interval);
            await Task.WhenAny(closed, transport.HearOpcodeAsync());
        }

        (await closed).Code.ShouldBe(4200);
        var (_, second) = await _script.RedialedAsync();
        second.Hello();
        (await second.HearOpcodeAsync()).ShouldBe(6);
    }

    [Fact]
    public async Task RunAsync_SinkHeldUp_BeatsOnAndTakesNoOneForAZombie()
    {
        var transport = await _script.ReadyAsync();
        _script.Sink.Hold = new TaskCompletionSource();
        transport.Event(2);
        (await _script.Sink.NextAsync()).Sequence.ShouldBe(2);
        transport.Event(3);

        for (var beat = 0; beat < 5; beat++)
        {
            _script.Time.Advance(ShardScript.Interval);
            (await transport.HearOpcodeAsync()).ShouldBe(1);
        }

        transport.IsDisposed.ShouldBeFalse();
        _script.Sink.IsEmpty.ShouldBeTrue("waiting in the sink is back-pressure");
        _script.Sink.Hold.SetResult();
        (await _script.Sink.NextAsync()).Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task RunAsync_SinkThrows_GoesOn()
    {
        var transport = await _script.ReadyAsync();
        _script.Sink.Failure = new InvalidOperationException("boom");
        transport.Event(2);
        transport.Event(3);

        (await _script.Sink.NextAsync()).Sequence.ShouldBe(2);
        (await _script.Sink.NextAsync()).Sequence.ShouldBe(3);
        _script.Log.Lines.ShouldContain(line => line.Text.Contains("MESSAGE_CREATE") && line.Text.Contains("boom"));
    }

    [Fact]
    public async Task RunAsync_HeartbeatRequested_BeatsAtOnce()
    {
        var transport = await _script.ReadyAsync();

        transport.Say("""{"op":1,"d":null}""");

        (await transport.HearOpcodeAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_Opcode7_ReconnectsAndResumes()
    {
        var transport = await _script.ReadyAsync();
        transport.Say("""{"op":7,"d":null}""");
        (await transport.ClosedAsync()).Code.ShouldBe(4200);

        var (url, second) = await _script.RedialedAsync();

        url.Host.ShouldBe("resume.example");
        second.Hello();
        (await second.HearOpcodeAsync()).ShouldBe(6);
    }

    [Theory]
    [InlineData("true", 6)]
    [InlineData("false", 2)]
    public async Task RunAsync_Opcode9_ResumesOrIdentifies(string resumable, int opcode)
    {
        var transport = await _script.ReadyAsync();
        transport.Say($$"""{"op":9,"d":{{resumable}}}""");
        await transport.ClosedAsync();

        var (_, second) = await _script.RedialedAsync();
        _script.Time.Advance(TimeSpan.FromSeconds(1));
        second.Hello();

        (await second.HearOpcodeAsync()).ShouldBe(opcode);
    }

    [Theory]
    [InlineData(4000, 6)]
    [InlineData(4008, 6)]
    [InlineData(4999, 6)]
    [InlineData(1000, 2)]
    [InlineData(4007, 2)]
    [InlineData(4009, 2)]
    public async Task RunAsync_Closed_ResumesOrIdentifies(int code, int opcode)
    {
        var transport = await _script.ReadyAsync();
        transport.Close(code);

        var (_, second) = await _script.RedialedAsync();
        _script.Time.Advance(TimeSpan.FromSeconds(1));
        second.Hello();

        (await second.HearOpcodeAsync()).ShouldBe(opcode);
    }

    [Fact]
    public async Task RunAsync_ResumeAddressDead_ResumesAtTheMainAddress()
    {
        var transport = await _script.ReadyAsync();
        transport.Close(4000);
        await _script.PassBackoffAsync();
        (await _script.Connector.RefuseAsync()).Host.ShouldBe("resume.example");

        var (url, second) = await _script.RedialedAsync();

        url.Host.ShouldBe("main.example");
        second.Hello();
        (await second.HearOpcodeAsync()).ShouldBe(6);
    }

    [Fact]
    public async Task RunAsync_ConnectionNeverOpens_GivesUpOnItAndTriesAgain()
    {
        _script.Start();
        await _script.Connector.IgnoreAsync();
        _script.Time.Advance(_script.Options.ConnectTimeout);

        var (_, transport) = await _script.RedialedAsync();

        transport.Hello();
        (await transport.HearOpcodeAsync()).ShouldBe(2);
        _script.Shard.Status.Reason!.ShouldContain("no connection within 20 s");
    }

    [Fact]
    public async Task RunAsync_SendingFails_ReconnectsAndResumes()
    {
        var transport = await _script.ReadyAsync();
        transport.IsBroken = true;
        transport.Say("""{"op":1}""");

        var (_, second) = await _script.RedialedAsync();

        second.Hello();
        (await second.HearOpcodeAsync()).ShouldBe(6);
    }
}
