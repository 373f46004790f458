using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Vexera.Sandbox.Gateway;

/// <summary>The gateway's address.</summary>
internal static class GatewayEndpoint
{
    public static void AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<SessionBudget>();
        services.AddSingleton<IGatewayDirectory>(provider => provider.GetRequiredService<SessionBudget>());
    }

    public static void MapGateway(this WebApplication app) =>
        app.Map("/gateway", static () => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
}
