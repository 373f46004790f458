using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Webhooks themselves; <see cref="WebhookMessageRoutes"/> has what they say.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/webhook"/>
internal static class WebhookRoutes
{
    private const int Maximum = 15;

    private static readonly string[] ReservedNames = ["clyde", "discord"];

    public static void Map(RouteTable routes) => routes
        .Post("/channels/{channel_id}/webhooks", Create)
        .Get("/channels/{channel_id}/webhooks", ListOfChannel)
        .Get("/guilds/{guild_id}/webhooks", ListOfGuild)
        .Get("/webhooks/{webhook_id}", Get)
        .Patch("/webhooks/{webhook_id}", Edit)
        .Delete("/webhooks/{webhook_id}", Delete)
        .Get("/webhooks/{webhook_id}/{webhook_token}", GetByToken, access: Access.Public)
        .Patch("/webhooks/{webhook_id}/{webhook_token}", EditByToken, access: Access.Public)
        .Delete("/webhooks/{webhook_id}/{webhook_token}", DeleteByToken, access: Access.Public);

    /// <summary>A webhook's name, which may not pass for Discord's own.</summary>
    public static string? ReadName(Form form, string field, bool required)
    {
        var name = form.String(field, 1, 80, required)?.Trim();
        foreach (var reserved in ReservedNames.Where(word => name?.Contains(word, StringComparison.OrdinalIgnoreCase) == true))
            form.Fail(field, new FieldError("USERNAME_INVALID_CONTAINS", $"Username cannot contain \"{reserved}\""));
        return name;
    }

    /// <summary>The webhook in the path, which the token in the path opens.</summary>
    public static Webhook ByToken(RestCall call)
    {
        var webhook = call.World.Webhooks.Get(call.Id("webhook_id"));
        return webhook.Token is { } token && token == call.Text("webhook_token") ? webhook : throw new RestException(RestErrors.InvalidWebhookToken);
    }

    private static RestResult Create(RestCall call)
    {
        var channel = call.GuildChannel(Permission.ManageWebhooks);
        if (!channel.HoldsMessages || channel.IsThread)
            throw new RestException(RestErrors.WrongChannelType);

        var name = ReadName(call.Form, "name", required: true);
        call.Form.Errors.ThrowIfAny();
        if (call.World.Webhooks.OfChannel(channel.Id).Count() >= Maximum)
            throw new RestException(RestErrors.TooManyWebhooks);

        return Show(call.World.Webhooks.Create(channel.Id, name!, call.Actor));
    }

    private static RestResult ListOfChannel(RestCall call) =>
        List(call.World.Webhooks.OfChannel(call.GuildChannel(Permission.ManageWebhooks).Id));

    private static RestResult ListOfGuild(RestCall call) => List(call.World.Webhooks.OfGuild(call.Guild(Permission.ManageWebhooks).Id));

    private static RestResult Get(RestCall call) => Show(Managed(call));

    private static RestResult Edit(RestCall call)
    {
        var webhook = Managed(call);
        var target = call.Form.Id("channel_id");
        if (target is { } id)
            call.Require(call.Seen(call.World.Channels.Get(id)), Permission.ManageWebhooks);
        return Show(Change(call, webhook, call.Actor, target));
    }

    private static RestResult Delete(RestCall call)
    {
        call.World.Webhooks.Delete(Managed(call).Id, call.Actor);
        return RestResult.NoContent;
    }

    private static RestResult GetByToken(RestCall call) => Show(ByToken(call), withCreator: false);

    private static RestResult EditByToken(RestCall call)
    {
        var webhook = ByToken(call);
        return Show(Change(call, webhook, new Actor(webhook.Id, call.Reason), null), withCreator: false);
    }

    private static RestResult DeleteByToken(RestCall call)
    {
        var webhook = ByToken(call);
        call.World.Webhooks.Delete(webhook.Id, new Actor(webhook.Id, call.Reason));
        return RestResult.NoContent;
    }

    private static Webhook Change(RestCall call, Webhook webhook, Actor actor, ulong? channelId)
    {
        var name = ReadName(call.Form, "name", required: false);
        call.Form.Errors.ThrowIfAny();
        return call.World.Webhooks.Update(webhook.Id, actor, now => now with { Name = name ?? now.Name, ChannelId = channelId ?? now.ChannelId });
    }

    private static Webhook Managed(RestCall call)
    {
        var webhook = call.World.Webhooks.Get(call.Id("webhook_id"));
        var channel = call.World.Channels.Find(webhook.ChannelId) ?? throw WorldException.UnknownWebhook();
        call.Require(call.Seen(channel), Permission.ManageWebhooks);
        return webhook;
    }

    private static RestResult List(IEnumerable<Webhook> webhooks) => RestResult.List(webhooks, (json, webhook) => WebhookJson.Write(json, webhook));

    private static RestResult Show(Webhook webhook, bool withCreator = true) =>
        RestResult.Json(json => WebhookJson.Write(json, webhook, withCreator: withCreator));
}
