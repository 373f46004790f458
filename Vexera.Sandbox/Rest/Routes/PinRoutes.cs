using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Pinned messages, by the present routes and the former ones.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message#get-channel-pins"/>
internal static class PinRoutes
{
    private const int Maximum = 250;
    private const int PageSize = 50;

    public static void Map(RouteTable routes) => routes
        .Get("/channels/{channel_id}/messages/pins", List, Limits.Pins)
        .Put("/channels/{channel_id}/messages/pins/{message_id}", Pin, Limits.Pins)
        .Delete("/channels/{channel_id}/messages/pins/{message_id}", Unpin, Limits.Pins)
        .Get("/channels/{channel_id}/pins", ListFormer, Limits.Pins)
        .Put("/channels/{channel_id}/pins/{message_id}", Pin, Limits.Pins)
        .Delete("/channels/{channel_id}/pins/{message_id}", Unpin, Limits.Pins);

    private static RestResult List(RestCall call)
    {
        var channel = call.Channel(Permission.ReadMessageHistory);
        var limit = call.QueryNumber("limit", PageSize, 1, PageSize);
        var before = call.QueryTime("before");
        var pinned = call.World.Messages.Pinned(channel.Id).Where(message => before is null || message.PinnedAt < before).ToList();
        var viewer = call.Viewer;
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteArray("items", pinned.Take(limit), (writer, message) =>
            {
                writer.WriteStartObject();
                writer.WriteTime("pinned_at", message.PinnedAt);
                writer.WritePropertyName("message");
                MessageJson.Write(writer, message, viewer);
                writer.WriteEndObject();
            });
            json.WriteBoolean("has_more", pinned.Count > limit);
            json.WriteEndObject();
        });
    }

    private static RestResult ListFormer(RestCall call)
    {
        var channel = call.Channel(Permission.ReadMessageHistory);
        var viewer = call.Viewer;
        return RestResult.List(call.World.Messages.Pinned(channel.Id).Take(PageSize), (json, message) => MessageJson.Write(json, message, viewer));
    }

    private static RestResult Pin(RestCall call)
    {
        var channel = Allowed(call);
        var message = call.Message(channel);
        if (message.Pinned)
            return RestResult.NoContent;
        if (call.World.Messages.Pinned(channel.Id).Length >= Maximum)
            throw new RestException(RestErrors.TooManyPins);

        call.World.Messages.Pin(channel.Id, message.Id, pinned: true, call.Actor);
        call.World.Messages.Create(channel.Id, call.User, new MessageDraft
        {
            Type = MessageType.ChannelPinnedMessage,
            Reference = new MessageReference(channel.Id, message.Id, channel.GuildId),
        });
        return RestResult.NoContent;
    }

    private static RestResult Unpin(RestCall call)
    {
        var channel = Allowed(call);
        var message = call.Message(channel);
        if (message.Pinned)
            call.World.Messages.Pin(channel.Id, message.Id, pinned: false, call.Actor);
        return RestResult.NoContent;
    }

    private static Channel Allowed(RestCall call)
    {
        var channel = call.Channel();
        const Permission either = Permission.ManageMessages | Permission.PinMessages;
        return channel.GuildId is null || (call.Permissions(channel) & either) != 0 ? channel : throw WorldException.MissingPermissions();
    }
}
