using System.Net;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Rest;

namespace Vexera.Core;

/// <summary>Lets the fleet ask Discord's HTTP API, which it does not know.</summary>
/// <param name="rest">The API.</param>
internal sealed class RestGatewayBotSource(IDiscordRest rest) : IGatewayBotSource
{
    /// <inheritdoc/>
    /// <exception cref="FatalGatewayException">Discord refuses the token.</exception>
    public async Task<GatewayBot> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await rest.Gateway.GetBotAsync(cancellationToken);
        }
        catch (DiscordRestException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            throw FatalCloses.Explain(CloseCodes.AuthenticationFailed, shardId: 0, shardCount: 0, default);
        }
    }
}
