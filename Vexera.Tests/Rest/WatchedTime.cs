using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Vexera.Tests.Rest;

/// <summary>A clock that stands still and tells when somebody begins to wait.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody waits for exactly this long, then lets the time pass.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Generous);
        while (await _waits.Reader.ReadAsync(timeout.Token) != wait)
        {
        }

        Advance(wait);
    }
}
