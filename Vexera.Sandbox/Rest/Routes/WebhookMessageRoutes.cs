using Vexera.Sandbox.Rest.Interactions;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>What webhooks say. The token of an interaction is a webhook's too: then the answers to it are meant.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/webhook#execute-webhook"/>
internal static class WebhookMessageRoutes
{
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const string One = Webhook + "/messages/{message_id}";

    public static void Map(RouteTable routes) => routes
        .Post(Webhook, Execute, Limits.WebhookExecute, Access.Public)
        .Get(One, Get, Limits.WebhookMessage, Access.Public)
        .Patch(One, Edit, Limits.WebhookMessage, Access.Public)
        .Delete(One, Delete, Limits.WebhookMessage, Access.Public);

    private static RestResult Execute(RestCall call)
    {
        if (InteractionMessages.Find(call) is { } interaction)
            return Show(InteractionMessages.Create(call, interaction), interaction.ApplicationId);

        var webhook = WebhookRoutes.ByToken(call);
        var channel = ChannelOf(call, webhook);
        var name = WebhookRoutes.ReadName(call.Form, "username", required: false);
        var draft = MessageIntake.Draft(call, call.Form, channel.Id) with { WebhookId = webhook.Id, ApplicationId = webhook.ApplicationId };
        var author = new User(webhook.Id, name ?? webhook.Name) { Bot = true, Avatar = webhook.Avatar };
        var message = call.World.Messages.Create(channel.Id, author, draft);
        return call.QueryFlag("wait") ? Show(message, webhook.Id) : RestResult.NoContent;
    }

    private static RestResult Get(RestCall call)
    {
        if (InteractionMessages.Find(call) is { } interaction)
            return Show(InteractionMessages.Get(call, interaction), interaction.ApplicationId);

        var webhook = WebhookRoutes.ByToken(call);
        return Show(Own(call, webhook), webhook.Id);
    }

    private static RestResult Edit(RestCall call)
    {
        if (InteractionMessages.Find(call) is { } interaction)
            return Show(InteractionMessages.Edit(call, interaction), interaction.ApplicationId);

        var webhook = WebhookRoutes.ByToken(call);
        var message = Own(call, webhook);
        return Show(call.World.Messages.Edit(message.ChannelId, message.Id, MessageIntake.Change(call, call.Form, message)), webhook.Id);
    }

    private static RestResult Delete(RestCall call)
    {
        if (InteractionMessages.Find(call) is { } interaction)
        {
            InteractionMessages.Delete(call, interaction);
            return RestResult.NoContent;
        }

        var webhook = WebhookRoutes.ByToken(call);
        var message = Own(call, webhook);
        call.World.Messages.Delete(message.ChannelId, message.Id, new Actor(webhook.Id));
        return RestResult.NoContent;
    }

    private static Message Own(RestCall call, Webhook webhook)
    {
        var message = call.World.Messages.Get(ChannelOf(call, webhook).Id, call.Id("message_id"));
        return message.WebhookId == webhook.Id ? message : throw WorldException.UnknownMessage();
    }

    private static Channel ChannelOf(RestCall call, Webhook webhook)
    {
        if (call.QueryId("thread_id") is not { } threadId)
            return call.World.Channels.Get(webhook.ChannelId);

        var thread = call.World.Channels.Get(threadId);
        return thread.ParentId == webhook.ChannelId ? thread : throw WorldException.UnknownChannel();
    }

    private static RestResult Show(Message message, ulong viewerId) => RestResult.Json(json => MessageJson.Write(json, message, new Viewer(viewerId)));
}
