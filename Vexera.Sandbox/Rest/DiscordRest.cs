using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Vexera.Sandbox.Rest;

/// <summary>Discord's HTTP API under <c>/api/v10</c> and <c>/api/v9</c>.</summary>
internal static class DiscordRest
{
    /// <summary>Registers what the routes need.</summary>
    public static void AddDiscordRest(this WebApplicationBuilder builder) => ArgumentNullException.ThrowIfNull(builder);

    /// <summary>Maps every route; what is not known answers 404 as Discord does.</summary>
    public static void MapDiscordRest(this WebApplication app) =>
        app.Map("/api/{**rest}", static () => Results.Json(new { message = "404: Not Found", code = 0 }, statusCode: StatusCodes.Status404NotFound));
}
