using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway;

/// <summary>Where the fleet learns the gateway's address, the recommended shard count and the identify budget.</summary>
internal interface IGatewayBotSource
{
    /// <summary>Asks Discord anew.</summary>
    Task<GatewayBot> GetAsync(CancellationToken cancellationToken);
}
