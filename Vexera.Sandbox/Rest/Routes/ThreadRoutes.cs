using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Threads under channels.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/channel#start-thread-from-message"/>
internal static class ThreadRoutes
{
    public static void Map(RouteTable routes) => routes
        .Post("/channels/{channel_id}/threads", Start)
        .Post("/channels/{channel_id}/messages/{message_id}/threads", StartFromMessage)
        .Put("/channels/{channel_id}/thread-members/@me", Join)
        .Delete("/channels/{channel_id}/thread-members/@me", Leave)
        .Get("/guilds/{guild_id}/threads/active", ListActive);

    private static RestResult Start(RestCall call)
    {
        var parent = Parent(call);
        var type = (ChannelType)(call.Form.Choice("type", false, 10, 11, 12) ?? (int)ChannelType.PrivateThread);
        call.Require(parent, type == ChannelType.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
        return Create(call, parent, type, null);
    }

    private static RestResult StartFromMessage(RestCall call)
    {
        var parent = Parent(call);
        call.Require(parent, Permission.CreatePublicThreads);
        var message = call.Message(parent);
        if (call.World.Channels.Find(message.Id) is not null)
            throw new RestException(RestErrors.ThreadExists);

        return Create(call, parent, parent.Type == ChannelType.Announcement ? ChannelType.AnnouncementThread : ChannelType.PublicThread, message.Id);
    }

    private static RestResult Create(RestCall call, Channel parent, ChannelType type, ulong? messageId)
    {
        var (name, change) = ThreadForm.ReadNew(call.Form);
        call.Form.Errors.ThrowIfAny();
        var thread = call.World.Threads.Create(parent.Id, type, name, call.Actor, messageId, change);
        if (messageId is { } id)
            call.World.Messages.Edit(parent.Id, id, now => now with { Flags = now.Flags | MessageFlags.HasThread }, isEdit: false);
        return ChannelRoutes.Show(call, thread, status: 201);
    }

    private static RestResult Join(RestCall call)
    {
        call.World.Threads.Join(Thread(call).Id, call.User.Id);
        return RestResult.NoContent;
    }

    private static RestResult Leave(RestCall call)
    {
        call.World.Threads.Leave(Thread(call).Id, call.User.Id);
        return RestResult.NoContent;
    }

    private static RestResult ListActive(RestCall call)
    {
        var threads = call.Guild().Threads.Where(thread => !thread.Thread!.Archived && call.Permissions(thread).HasFlag(Permission.ViewChannel)).ToList();
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteArray("threads", threads, ChannelJson.Write);
            json.WriteArray("members", threads.Where(thread => thread.Thread!.Members.ContainsKey(call.User.Id)), (writer, thread) => ThreadJson.WriteMember(writer, thread, call.User.Id));
            json.WriteBoolean("has_more", false);
            json.WriteEndObject();
        });
    }

    private static Channel Parent(RestCall call)
    {
        var parent = call.Channel();
        return parent.Type is ChannelType.Text or ChannelType.Announcement ? parent : throw new RestException(RestErrors.WrongChannelType);
    }

    private static Channel Thread(RestCall call)
    {
        var channel = call.Channel();
        return channel.IsThread ? channel : throw new RestException(RestErrors.WrongChannelType);
    }
}
