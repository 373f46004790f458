using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>What is said in channels.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message"/>
internal static class MessageRoutes
{
    public static readonly TimeSpan OldestToBulkDelete = TimeSpan.FromDays(14);

    public static void Map(RouteTable routes) => routes
        .Get("/channels/{channel_id}/messages", List, Limits.MessageRead)
        .Get("/channels/{channel_id}/messages/{message_id}", Get, Limits.MessageRead)
        .Post("/channels/{channel_id}/messages", Create, Limits.MessageCreate)
        .Patch("/channels/{channel_id}/messages/{message_id}", Edit, Limits.MessageEdit)
        .Delete("/channels/{channel_id}/messages/{message_id}", Delete, Limits.MessageDelete)
        .Post("/channels/{channel_id}/messages/bulk-delete", BulkDelete, Limits.BulkDelete)
        .Post("/channels/{channel_id}/typing", Type, Limits.Typing);

    public static RestResult Show(RestCall call, Message message) => RestResult.Json(json => MessageJson.Write(json, message, call.Viewer));

    private static RestResult List(RestCall call)
    {
        var channel = Readable(call);
        var limit = call.QueryNumber("limit", 50, 1, 100);
        var viewer = call.Viewer;
        IEnumerable<Message> messages = !call.Permissions(channel).HasFlag(Permission.ReadMessageHistory) ? []
            : call.QueryId("around") is { } around ? Around(call, channel, around, limit)
            : call.World.Messages.List(channel.Id, call.User.Id, limit, call.QueryId("before"), call.QueryId("after"));
        return RestResult.List(messages, (json, message) => MessageJson.Write(json, message, viewer));
    }

    private static IEnumerable<Message> Around(RestCall call, Channel channel, ulong id, int limit)
    {
        var newer = call.World.Messages.List(channel.Id, call.User.Id, limit / 2, after: id);
        var rest = call.World.Messages.List(channel.Id, call.User.Id, limit - newer.Length, before: id + 1);
        return newer.Concat(rest);
    }

    private static RestResult Get(RestCall call)
    {
        var channel = Readable(call);
        call.Require(channel, Permission.ReadMessageHistory);
        return Show(call, call.Message(channel));
    }

    private static RestResult Create(RestCall call)
    {
        var channel = call.Channel();
        if (!channel.HoldsMessages)
            throw new RestException(RestErrors.NotATextChannel);

        call.Require(channel, Permission.SendMessages);
        var reference = MessageReferences.Read(call, channel);
        var draft = MessageIntake.Draft(call, call.Form, channel.Id) with { Reference = reference };
        if (!call.Caller.IsBot)
        {
            draft = draft with { Embeds = [] };
            Slowmode.Require(call, channel);
        }

        MessageIntake.RequirePermissions(call, channel, draft);
        DirectMessages.RequireReachable(call, channel);
        return Show(call, call.World.Messages.Create(channel.Id, call.User, draft));
    }

    private static RestResult Edit(RestCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        if (message.Author.Id != call.User.Id || message.WebhookId is not null)
        {
            if (call.Form.Json.EnumerateObject().Any(field => field.Name != "flags") || channel.GuildId is null)
                throw new RestException(RestErrors.NotTheAuthor);

            call.Require(channel, Permission.ManageMessages);
        }

        var change = MessageIntake.Change(call, call.Form, message);
        var after = call.World.Messages.Edit(channel.Id, message.Id, change);
        Announcements.Follow(call.World, after);
        return Show(call, after);
    }

    private static RestResult Delete(RestCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        if (message.Author.Id != call.User.Id)
        {
            if (channel.GuildId is null)
                throw new RestException(RestErrors.NotOnDirectMessages);

            call.Require(channel, Permission.ManageMessages);
        }

        call.World.Messages.Delete(channel.Id, message.Id, call.Actor);
        Announcements.Withdraw(call.World, message);
        return RestResult.NoContent;
    }

    private static RestResult BulkDelete(RestCall call)
    {
        var channel = call.GuildChannel(Permission.ManageMessages);
        var ids = call.Form.Ids("messages", required: true);
        call.Form.Errors.ThrowIfAny();
        if (ids.Count is < 2 or > 100)
            throw new RestException(RestErrors.BulkDeleteCount);
        if (ids.Any(id => id < Snowflakes.First(call.World.Now - OldestToBulkDelete)))
            throw new RestException(RestErrors.TooOldToBulkDelete);

        var removed = ids.Select(id => call.World.Messages.Find(channel.Id, id)).OfType<Message>().ToList();
        call.World.Messages.DeleteBulk(channel.Id, ids, call.Actor);
        foreach (var message in removed)
            Announcements.Withdraw(call.World, message);
        return RestResult.NoContent;
    }

    private static RestResult Type(RestCall call)
    {
        var channel = call.Channel(Permission.SendMessages);
        call.World.Channels.Type(channel.Id, call.User.Id);
        return RestResult.NoContent;
    }

    private static Channel Readable(RestCall call)
    {
        var channel = call.Channel();
        return channel.HoldsMessages ? channel : throw new RestException(RestErrors.NotATextChannel);
    }
}
