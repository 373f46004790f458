using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>Every shard identifies at once, whatever its bucket.</summary>
internal sealed class NoGate(IIdentifyGate inner) : IIdentifyGate
{
    /// <inheritdoc/>
    public DateTimeOffset? BudgetRenewsAt => inner.BudgetRenewsAt;

    /// <inheritdoc/>
    public int BudgetAvailable => inner.BudgetAvailable;

    /// <inheritdoc/>
    public ValueTask ConfigureAsync(SessionStartLimit limit, CancellationToken cancellationToken) => inner.ConfigureAsync(limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdentifyPermit> AcquireAsync(int shardId, CancellationToken cancellationToken) => new(new IdentifyPermit(_ => { }));
}
