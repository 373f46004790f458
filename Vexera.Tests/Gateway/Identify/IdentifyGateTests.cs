using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>The gate of one process keeps the contract.</summary>
public sealed class IdentifyGateTests : IdentifyGateContract, IDisposable
{
    private readonly IdentifyGates _gates = new();

    public void Dispose() => _gates.Dispose();

    internal override IIdentifyGate Create() => _gates.Create(Time);

    [Theory]
    [InlineData(5_000)]
    [InlineData(6_000)]
    public async Task AcquireAsync_TimePassesWhileTheTimerIsSet_IsGrantedAtTheEndOfTheWindow(int milliseconds)
    {
        var clock = new HeldUpClock();
        var gate = _gates.Create(clock);
        await gate.ConfigureAsync(
            new SessionStartLimit { Total = 1000, Remaining = 1000, ResetAfter = 86_400_000, MaxConcurrency = 1 },
            TestContext.Current.CancellationToken);
        using var first = await gate.AcquireAsync(0, TestContext.Current.CancellationToken);
        first.Sent();

        clock.PassesAtNextWait = TimeSpan.FromMilliseconds(milliseconds);
        var next = gate.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask();
        await clock.Passed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        if (milliseconds < 5_100)
            clock.Advance(TimeSpan.FromMilliseconds(100));

        (await next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Dispose();
    }

    /// <summary>A clock that goes on between a look at it and the setting of a timer for a window, once.</summary>
    private sealed class HeldUpClock : FakeTimeProvider
    {
        private readonly TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TimeSpan? PassesAtNextWait { get; set; }

        /// <summary>Completes when the timer is set after that.</summary>
        public Task Passed => _passed.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new HeldUpTimer(this, base.CreateTimer(callback, state, dueTime, period));

        private sealed class HeldUpTimer(HeldUpClock clock, ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                if (dueTime < TimeSpan.FromSeconds(5) || clock.PassesAtNextWait is not { } pass)
                    return timer.Change(dueTime, period);
                clock.PassesAtNextWait = null;
                clock.Advance(pass);
                var changed = timer.Change(dueTime, period);
                clock._passed.SetResult();
                return changed;
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
