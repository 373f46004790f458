using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>Gates of one implementation on a clock that stands still.</summary>
public abstract class IdentifyGateStage
{
    private protected static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private protected static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(250);

    internal WatchedTime Time { get; } = new();

    /// <summary>A new gate on <see cref="Time"/>, of a process that runs after those of the gates before.</summary>
    internal abstract IIdentifyGate Create();

    private protected async Task<IIdentifyGate> GateAsync(int maxConcurrency, int remaining = 1000, TimeSpan? resetAfter = null)
    {
        var gate = Create();
        await ConfigureAsync(gate, maxConcurrency, remaining, resetAfter);
        return gate;
    }

    private protected static async Task ConfigureAsync(IIdentifyGate gate, int maxConcurrency, int remaining = 1000, TimeSpan? resetAfter = null) =>
        await gate.ConfigureAsync(
            new SessionStartLimit
            {
                Total = 1000,
                Remaining = remaining,
                ResetAfter = (int)(resetAfter ?? TimeSpan.FromDays(1)).TotalMilliseconds,
                MaxConcurrency = maxConcurrency,
            },
            TestContext.Current.CancellationToken);

    private protected static Task<IdentifyPermit> Acquire(IIdentifyGate gate, int shardId) =>
        gate.AcquireAsync(shardId, TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
