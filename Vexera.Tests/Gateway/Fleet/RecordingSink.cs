using System.Text;
using System.Threading.Channels;
using Vexera.Core.Gateway;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>Notes what it is given; a test may hold it up or make it throw.</summary>
internal sealed class RecordingSink : IDispatchSink
{
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();

    /// <summary>What every call waits for.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>The only shard that <see cref="Hold"/> holds up, or null for all.</summary>
    public int? HeldShard { get; set; }

    public Exception? Failure { get; set; }

    public async ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken)
    {
        var note = new Received(
            frame.ShardId, frame.SessionId, frame.Sequence, Encoding.UTF8.GetString(frame.Name.Span), Encoding.UTF8.GetString(frame.Data.Span));
        _received.Writer.TryWrite(note);
        if (Failure is { } failure)
            throw failure;
        if (Hold is { } hold && (HeldShard is null || HeldShard == frame.ShardId))
            await hold.Task.WaitAsync(cancellationToken);
    }

    public void LendThread()
    {
    }

    public async Task<Received> NextAsync() =>
        await _received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public Received? TryNext() => _received.Reader.TryRead(out var next) ? next : null;

    public bool IsEmpty => !_received.Reader.TryPeek(out _);

    internal sealed record Received(int ShardId, string SessionId, long Sequence, string Name, string Data);
}
