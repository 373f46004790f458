using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Control.Routes;

/// <summary><c>GET /sandbox/said?after=N</c>: what the bot has said in all channels together.</summary>
internal sealed class SaidRoutes(BotMessages messages)
{
    public void Map(IEndpointRouteBuilder sandbox) => sandbox.MapGet("/said", ControlEndpoint.Showing((context, json) =>
    {
        var after = After(context);
        json.WriteStartObject();
        json.WriteArray("messages", messages.Since(after), static (writer, one) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", one.Number);
            writer.WriteId("id", one.Message.Id);
            writer.WriteId("channel_id", one.Message.ChannelId);
            writer.WriteId("guild_id", one.Message.GuildId);
            writer.WriteId("answers", one.Message.Reference?.MessageId);
            writer.WriteTime("at", one.Message.Timestamp);
            writer.WriteString("content", one.Message.Content);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }));

    private static long After(HttpContext context)
    {
        var text = (string?)context.Request.Query["after"] ?? "0";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : throw new ControlException($"\"after\" is \"{text}\"; it must be a number, 0 or more.");
    }
}
