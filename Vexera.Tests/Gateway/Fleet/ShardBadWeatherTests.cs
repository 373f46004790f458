using Vexera.Core.Discord;
using Vexera.Core.Gateway;
using Vexera.Tests.Gateway.Transport;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>Malformed frames, refusals, and being stopped at any moment.</summary>
public sealed class ShardBadWeatherTests : IDisposable
{
    private ShardScript _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("no JSON")]
    [InlineData("""{"t":"X","s":2,"op":0,"d":{ no JSON}""")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":99,"d":{}}""")]
    [InlineData("""{"op":0,"s":"7","t":"X","d":{}}""")]
    [InlineData("""{"op":0,"s":null,"t":"X","d":{}}""")]
    [InlineData("""{"op":0,"t":"X","d":{}}""")]
    [InlineData("""{"op":0,"s":7,"t":null,"d":{}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-1}}""")]
    [InlineData("""{"op":0,"s":7,"t":"READY","d":null}""")]
    public async Task RunAsync_BadFrame_IsCountedAndTheConnectionGoesOn(string frame)
    {
        var transport = await _script.ReadyAsync();

        transport.Say(frame);
        transport.Say(frame);
        transport.Event(2);

        (await _script.Sink.NextAsync()).Sequence.ShouldBe(2);
        _script.Probe.Total(_script.Probe.Metrics.BadFrames).ShouldBe(2);
        _script.Log.Lines.Count(line => line.EventId == 1020).ShouldBe(1, "told once for each kind");
        transport.IsDisposed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"op\":")]
    [InlineData("""{"t":"X","s":2,"op":0,"d":{"a":""")]
    public async Task RunAsync_FrameThatIsCutOff_EndsTheConnectionAndResumes(string frame)
    {
        var transport = await _script.ReadyAsync();

        transport.Say(frame);

        (await transport.ClosedAsync()).Code.ShouldBe(4200);
        _script.Probe.Total(_script.Probe.Metrics.BadFrames).ShouldBe(1);
        await ResumesAsync();
    }

    [Fact]
    public async Task RunAsync_FrameThatIsCutOffInTheReplayToo_IsPassedOver()
    {
        var transport = await _script.ReadyAsync();
        transport.Say("{");
        await transport.ClosedAsync();
        var second = await ResumesAsync();

        second.Say("{");
        second.Event(2);

        (await _script.Sink.NextAsync()).Sequence.ShouldBe(2);
        _script.Probe.Total(_script.Probe.Metrics.BadFrames).ShouldBe(2);
        second.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_EventBeforeReady_IsCountedAndNotHandedOn()
    {
        _script.Start();
        var (_, transport) = await _script.Connector.AcceptAsync();
        transport.Hello();
        (await transport.HearOpcodeAsync()).ShouldBe(2);
        transport.Event(1);
        transport.Ready();

        (await _script.Sink.NextAsync()).Name.ShouldBe("READY");
        _script.Probe.Total(_script.Probe.Metrics.BadFrames).ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_OversizedFrame_EndsTheConnectionAndResumes()
    {
        Use(new GatewayOptions { Compression = GatewayCompression.None, FrameBytesMax = 64 * 1024 });
        var transport = await _script.ReadyAsync();

        transport.Say(new byte[65 * 1024]);

        (await transport.ClosedAsync()).Code.ShouldBe(4200);
        _script.Probe.Total(_script.Probe.Metrics.BadFrames).ShouldBe(1);
        await ResumesAsync();
    }

    [Fact]
    public async Task RunAsync_GarbageInTheCompressedStream_EndsTheConnectionAndTriesAgain()
    {
        Use(new GatewayOptions { Compression = GatewayCompression.ZstdStream });
        _script.Start();
        var (url, transport) = await _script.Connector.AcceptAsync();
        url.Query.ShouldContain("compress=zstd-stream");

        transport.Say([1, 2, 3, 4, 5, 6, 7, 8]);

        await transport.ClosedAsync();
        await _script.RedialedAsync();
        _script.Probe.Total(_script.Probe.Metrics.BadFrames).ShouldBe(1);
    }

    [Theory]
    [InlineData(4004, "Reset Token")]
    [InlineData(4010, "shard 3 of 8")]
    [InlineData(4011, "Gateway:ShardCount")]
    [InlineData(4012, "update Vexera")]
    [InlineData(4013, "GuildMessages")]
    public async Task RunAsync_FatalClose_EndsAndSaysWhatToDo(int code, string text)
    {
        _script.Start();
        var (_, transport) = await _script.Connector.AcceptAsync();
        transport.Hello();
        await transport.HearOpcodeAsync();
        transport.Close(code);

        var fatal = await Should.ThrowAsync<FatalGatewayException>(_script.Running);

        fatal.CloseCode.ShouldBe(code);
        fatal.Message.ShouldContain(text);
    }

    [Fact]
    public async Task RunAsync_IntentsRefused_LeavesOutOneAfterTheOtherThenEnds()
    {
        const GatewayIntents Plain = GatewayIntents.Guilds | GatewayIntents.GuildModeration | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages;
        _script.Start();

        foreach (var asked in new[]
        {
            Plain | GatewayIntents.GuildMembers | GatewayIntents.MessageContent,
            Plain | GatewayIntents.MessageContent,
            Plain | GatewayIntents.GuildMembers,
            Plain,
        })
            await RefuseIntentsAsync(asked);

        var fatal = await Should.ThrowAsync<FatalGatewayException>(_script.Running);
        _script.Intents.Refused.ShouldBe(GatewayIntents.MessageContent | GatewayIntents.GuildMembers);
        _script.Log.Lines.Where(line => line.EventId is 1005 or 1008).Select(line => line.EventId).ShouldBe([1008, 1005, 1008, 1005]);
        fatal.Message.ShouldContain("Message Content Intent");
        fatal.Message.ShouldContain("Server Members Intent");
        fatal.Message.ShouldContain("Privileged Gateway Intents");
    }

    [Fact]
    public async Task RunAsync_ServerMembersRefused_GoesOnWithMessageContent()
    {
        _script.Start();
        await RefuseIntentsAsync();

        var (_, transport) = await _script.Connector.AcceptAsync();
        _script.Time.Advance(TimeSpan.FromSeconds(6));
        transport.Hello();

        var asked = Intents(await transport.HearAsync());
        (asked.HasFlag(GatewayIntents.MessageContent), asked.HasFlag(GatewayIntents.GuildMembers)).ShouldBe((true, false));
        _script.Intents.Refused.ShouldBe(GatewayIntents.GuildMembers);
    }

    [Fact]
    public async Task RunAsync_OtherIntentsRefused_NamesThem()
    {
        Use(new GatewayOptions { Compression = GatewayCompression.None, Intents = GatewayIntents.Guilds | GatewayIntents.GuildPresences });
        _script.Start();
        await RefuseIntentsAsync();

        (await Should.ThrowAsync<FatalGatewayException>(_script.Running)).Message.ShouldContain("Presence Intent (GuildPresences)");
    }

    [Fact]
    public async Task StopAsync_Ready_ClosesKeepingTheSessionAndWaitsForTheAnswer()
    {
        var transport = await _script.ReadyAsync();
        var stopping = _script.StopAsync();

        (await transport.ClosedAsync()).ShouldBe((4200, "stopping"));
        stopping.IsCompleted.ShouldBeFalse();
        transport.Close(4200);

        await stopping;
        _script.Pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task StopAsync_NoAnswerToTheClose_EndsAnyway()
    {
        var transport = await _script.ReadyAsync();
        var stopping = _script.StopAsync();
        await transport.ClosedAsync();

        _script.Time.Advance(TimeSpan.FromSeconds(2));

        await stopping;
    }

    [Fact]
    public async Task StopAsync_SinkHeldUp_CancelsIt()
    {
        var transport = await _script.ReadyAsync();
        _script.Sink.Hold = new TaskCompletionSource();
        transport.Event(2);
        await _script.Sink.NextAsync();
        var stopping = _script.StopAsync();
        (await transport.ClosedAsync()).Code.ShouldBe(4200);

        _script.Time.Advance(TimeSpan.FromSeconds(2));

        await stopping;
        _script.Log.Lines.ShouldNotContain(line => line.EventId == 1013);
    }

    [Fact]
    public async Task StopAsync_WhileConnecting_Ends()
    {
        _script.Start();
        await _script.Connector.IgnoreAsync();

        await _script.StopAsync();

        _script.Connector.NobodyDials.ShouldBeTrue();
    }

    [Fact]
    public async Task StopAsync_WhileBackingOff_Ends()
    {
        _script.Start();
        await _script.Connector.RefuseAsync();

        await _script.StopAsync();

        _script.Connector.NobodyDials.ShouldBeTrue();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(-400)]
    public async Task RunAsync_WallClockIsSetByDays_BeatsOnAndIdentifiesAgain(int days)
    {
        var transport = await _script.ReadyAsync();
        _script.Clock.Offset = TimeSpan.FromDays(days);
        _script.Time.Advance(ShardScript.Interval / 2);
        (await transport.HearOpcodeAsync()).ShouldBe(1);
        transport.HearsNothing.ShouldBeTrue("one heartbeat is due, not those of the days");
        transport.IsDisposed.ShouldBeFalse();

        transport.Say("""{"op":9,"d":false}""");
        await transport.ClosedAsync();
        _script.Clock.Offset = -_script.Clock.Offset;
        var (_, second) = await _script.RedialedAsync();
        second.Hello();

        (await second.HearOpcodeAsync()).ShouldBe(2);
        _script.Probe.Total(_script.Probe.Metrics.Identifies).ShouldBe(2);
    }

    private void Use(GatewayOptions options)
    {
        _script.Dispose();
        _script = new ShardScript(options);
    }

    private async Task<ScriptedTransport> ResumesAsync()
    {
        var (_, second) = await _script.RedialedAsync();
        second.Hello();
        (await second.HearOpcodeAsync()).ShouldBe(6);
        return second;
    }

    private async Task RefuseIntentsAsync(GatewayIntents? expected = null)
    {
        var (_, transport) = await _script.Connector.AcceptAsync();
        _script.Time.Advance(TimeSpan.FromSeconds(6));
        transport.Hello();
        var asked = Intents(await transport.HearAsync());
        if (expected is { } wanted)
            asked.ShouldBe(wanted);
        transport.Close(4014);
    }

    private static GatewayIntents Intents(System.Text.Json.JsonElement identify) =>
        (GatewayIntents)identify.GetProperty("d").GetProperty("intents").GetInt32();
}
