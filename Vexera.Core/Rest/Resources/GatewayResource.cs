using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IGatewayResource"/>
internal sealed class GatewayResource(RestClient client) : IGatewayResource
{
    // Without it no shard can start.
    private static readonly RestRoute GetBot = new(HttpMethod.Get, "/gateway/bot") { Essential = true };

    public Task<GatewayBot> GetBotAsync(CancellationToken cancellationToken) =>
        client.SendAsync(GetBot.To(), DiscordJson.Default.GatewayBot, cancellationToken);
}
