using System.Text;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Gateway;

namespace Vexera.Tests.Dispatch.Merging;

/// <summary>Two fleets' events sent into a <see cref="MergingSink"/> by hand.</summary>
internal sealed class MergeScript
{
    public static readonly TimeSpan Horizon = TimeSpan.FromMinutes(1);
    private long _sequence;

    public MergeScript(IDispatchSink next) => Sink = new MergingSink(next, Horizon, Time);

    public FakeTimeProvider Time { get; } = new();

    public MergingSink Sink { get; }

    /// <summary>What the shards that send are stopped by.</summary>
    public CancellationToken Stopping { get; set; } = TestContext.Current.CancellationToken;

    public Task SendAsync(FleetSide side, string name, string data)
    {
        var bytes = Encoding.UTF8.GetBytes(data);
        var frame = new DispatchFrame(
            0, side == FleetSide.Old ? 1 : 2, side.ToString(), ++_sequence, Encoding.UTF8.GetBytes(name), bytes, Time.GetTimestamp(), new FrameBuffer(bytes));
        return (side == FleetSide.Old ? Sink.Old : Sink.New).OnDispatchAsync(frame, Stopping).AsTask();
    }

    public Task MessageAsync(FleetSide side, int guild, string text) =>
        SendAsync(side, "MESSAGE_UPDATE", Message(guild, text));

    /// <summary>A payload in a guild; each small number is a guild in a lane of its own.</summary>
    public static string Message(int guild, string text) => $$"""{"content":"{{text}}","guild_id":"{{(ulong)guild << 22}}"}""";
}
