using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Control.Routes;

/// <summary><c>GET /sandbox/guilds</c>: every guild of the bot as it is now, one line each, whatever their number.</summary>
internal sealed class GuildRoutes(SandboxWorld world)
{
    private static readonly byte[] NewLine = Encoding.UTF8.GetBytes("\n");

    public void Map(IEndpointRouteBuilder sandbox) => sandbox.MapGet("/guilds", WriteAsync);

    private async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-ndjson";
        foreach (var id in world.Guilds.Of(DemoWorld.BotId).ToList())
        {
            await context.Response.BodyWriter.WriteAsync(Line(id), context.RequestAborted).ConfigureAwait(false);
            await context.Response.BodyWriter.WriteAsync(NewLine, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private ReadOnlyMemory<byte> Line(ulong id)
    {
        var (guild, available) = world.Atomically(() => (world.Guilds.Snapshot(id)(), !world.Guilds.IsUnavailable(id)));
        return JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("available", available);
            json.WritePropertyName("guild");
            GuildCreateJson.Write(json, guild, new Viewer(DemoWorld.BotId));
            json.WriteEndObject();
        });
    }
}
