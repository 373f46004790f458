using System.Text;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.State.Sessions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Dispatch.Merging;

/// <summary>Two fleets' events sent into a <see cref="MergingSink"/> by hand. Nobody wants TYPING_START.</summary>
internal sealed class MergeScript
{
    /// <summary>The number of the last event sent.</summary>
    public long Sequence { get; private set; }

    public MergeScript(IDispatchSink next)
    {
        Timing = new ReshardTiming(Time) { HoldFor = TimeSpan.FromSeconds(30) };
        Sink = new MergingSink(next, name => Encoding.UTF8.GetString(name.Span) != "TYPING_START", Guilds, Journal, Timing);
    }

    public FakeTimeProvider Time { get; } = new();

    public FakeGuildStates Guilds { get; } = new();

    public StateJournal Journal { get; } = new();

    public ReshardTiming Timing { get; }

    public MergingSink Sink { get; }

    /// <summary>What the shards that send are stopped by.</summary>
    public CancellationToken Stopping { get; set; } = TestContext.Current.CancellationToken;

    public Task SendAsync(FleetSide side, string name, string data, int shard = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(data);
        var frame = new DispatchFrame(
            shard, side == FleetSide.Old ? 1 : 2, side.ToString(), ++Sequence, Encoding.UTF8.GetBytes(name), bytes, Time.GetTimestamp(), new FrameBuffer(bytes));
        return (side == FleetSide.Old ? Sink.Old : Sink.New).OnDispatchAsync(frame, Stopping).AsTask();
    }

    public Task MessageAsync(FleetSide side, int guild, string text) =>
        SendAsync(side, "MESSAGE_UPDATE", Message(guild, text));

    /// <summary>Tries to have the new side take over.</summary>
    public Task<bool> TryTakeOverAsync(bool isReady = true) => Sink.TryTakeOverAsync(() => isReady, Stopping);

    /// <summary>Lets the streams settle, and has the new side take over.</summary>
    public async Task TakeOverAsync()
    {
        Settle();
        (await TryTakeOverAsync()).ShouldBeTrue();
    }

    /// <summary>Lets as much time pass as it takes until the streams may be alike.</summary>
    public void Settle() => Time.Advance(Sink.SettlesIn);

    /// <summary>A payload in a guild; each small number is a guild in a lane of its own.</summary>
    public static string Message(int guild, string text) => $$"""{"content":"{{text}}","guild_id":"{{(ulong)guild << 22}}"}""";
}
