using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Vexera.Tests.Support;

/// <summary>A clock that stands still until a test moves it, and tells when somebody begins to wait.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public WatchedTime()
        : this(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody waits for exactly this long.</summary>
    public Task WaitedForAsync(TimeSpan wait) => WaitedForAsync(seen => seen == wait);

    /// <summary>Waits until somebody waits, for whatever time, who did not when this was called last.</summary>
    public Task WaitedForAsync() => WaitedForAsync(static seen => seen != Timeout.InfiniteTimeSpan);

    /// <summary>Waits until somebody waits for exactly this long, then lets the time pass.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        await WaitedForAsync(wait);
        Advance(wait);
    }

    private async Task WaitedForAsync(Func<TimeSpan, bool> isIt)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!isIt(await _waits.Reader.ReadAsync(patience.Token)))
        {
        }
    }
}
