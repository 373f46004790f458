using System.Text;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet.Resharding;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

/// <summary>A merge that tells how far the new fleet's numbered messages have come.</summary>
internal sealed class WatchedMerge : IFleetMerge, IDispatchSink
{
    private readonly IFleetMerge _merge;
    private int _last = -1;

    public WatchedMerge(IFleetMerge merge)
    {
        _merge = merge;
        New = this;
    }

    public IDispatchSink Old => _merge.Old;

    public IDispatchSink New { get; }

    public int Awaited => _merge.Awaited;

    public TimeSpan SettlesIn => _merge.SettlesIn;

    /// <summary>The last number that the new fleet has brought.</summary>
    public int LastOfNew => Volatile.Read(ref _last);

    public Task<bool> TryTakeOverAsync(Func<bool> isReady, CancellationToken cancellationToken) =>
        _merge.TryTakeOverAsync(isReady, cancellationToken);

    public async ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken)
    {
        var number = Encoding.UTF8.GetString(frame.Name.Span) == "MESSAGE_CREATE"
            ? NumbersProbe.NumberOf(Encoding.UTF8.GetString(frame.Data.Span)) ?? LastOfNew
            : LastOfNew;
        await _merge.New.OnDispatchAsync(frame, cancellationToken);
        Volatile.Write(ref _last, Math.Max(number, LastOfNew));
    }

    public void LendThread() => _merge.New.LendThread();
}
