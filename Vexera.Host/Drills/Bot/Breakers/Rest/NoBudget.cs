using Vexera.Core.Rest.RateLimits;

namespace Vexera.Host.Drills.Bot.Breakers.Rest;

/// <summary>Every request goes out at once, whatever Discord says of limits.</summary>
internal sealed class NoBudget : IRestBudget
{
    /// <inheritdoc/>
    public ValueTask<IRestPermit> AcquireAsync(RestCall call, CancellationToken cancellationToken) => new(new Permit());

    private sealed class Permit : IRestPermit
    {
        public ValueTask CompleteAsync(RateLimitAnswer answer) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
