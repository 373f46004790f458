using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Control;

/// <summary>Routes under <c>/sandbox</c>, for tests and operators; Discord has none of them.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this WebApplication app)
    {
        var sandbox = app.MapGroup("/sandbox");
        sandbox.MapGet("/tokens", static (SandboxWorld world) => Json(TokensJson.Render(world)));
    }

    private static IResult Json(ReadOnlyMemory<byte> body) => Results.Bytes(body.ToArray(), "application/json");
}
