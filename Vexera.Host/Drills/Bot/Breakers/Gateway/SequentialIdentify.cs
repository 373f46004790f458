using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>One IDENTIFY at a time every five seconds, however many Discord allows.</summary>
internal sealed class SequentialIdentify(IIdentifyGate inner, TimeProvider time) : IIdentifyGate, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public DateTimeOffset? BudgetRenewsAt => inner.BudgetRenewsAt;

    /// <inheritdoc/>
    public int BudgetAvailable => inner.BudgetAvailable;

    /// <inheritdoc/>
    public ValueTask ConfigureAsync(SessionStartLimit limit, CancellationToken cancellationToken) => inner.ConfigureAsync(limit, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IdentifyPermit> AcquireAsync(int shardId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var permit = await inner.AcquireAsync(shardId, cancellationToken);
            return new IdentifyPermit(isSent =>
            {
                if (isSent)
                    permit.Sent();
                permit.Dispose();
                _ = PassOnAsync(isSent ? Interval : TimeSpan.Zero);
            });
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task PassOnAsync(TimeSpan after)
    {
        await Task.Delay(after, time);
        _turn.Release();
    }
}
