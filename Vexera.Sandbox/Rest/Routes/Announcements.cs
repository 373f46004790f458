using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Announcement channels: publishing, following, and the copies that change with the original.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message#crosspost-message"/>
internal static class Announcements
{
    public static void Map(RouteTable routes) => routes
        .Post("/channels/{channel_id}/messages/{message_id}/crosspost", Crosspost, Limits.Crosspost)
        .Post("/channels/{channel_id}/followers", AddFollower);

    /// <summary>Repeats an edit in the copies of a published message.</summary>
    public static void Follow(SandboxWorld world, Message source)
    {
        foreach (var copy in CopiesOf(world, source))
        {
            world.Messages.Edit(copy.ChannelId, copy.Id, now => now with
            {
                Content = source.Content,
                Embeds = source.Embeds,
                Components = source.Components,
                Attachments = source.Attachments,
            });
        }
    }

    /// <summary>Tells the copies of a published message that it is gone.</summary>
    public static void Withdraw(SandboxWorld world, Message source)
    {
        foreach (var copy in CopiesOf(world, source))
        {
            world.Messages.Edit(copy.ChannelId, copy.Id, now => now with
            {
                Flags = now.Flags | MessageFlags.SourceMessageDeleted,
                Content = "[Original Message Deleted]",
                Embeds = [],
                Attachments = [],
            });
        }
    }

    private static RestResult Crosspost(RestCall call)
    {
        var channel = call.GuildChannel(Permission.SendMessages);
        if (channel.Type != ChannelType.Announcement)
            throw new RestException(RestErrors.WrongChannelType);

        var message = call.Message(channel);
        if (message.Author.Id != call.User.Id)
            call.Require(channel, Permission.ManageMessages);
        if (message.Flags.HasFlag(MessageFlags.Crossposted))
            throw new RestException(RestErrors.AlreadyCrossposted);

        var published = call.World.Messages.Edit(channel.Id, message.Id, now => now with { Flags = now.Flags | MessageFlags.Crossposted }, isEdit: false);
        foreach (var webhook in call.World.Webhooks.Following(channel.Id).ToList())
            Copy(call.World, webhook, published);
        return MessageRoutes.Show(call, published);
    }

    private static void Copy(SandboxWorld world, Webhook webhook, Message published) =>
        world.Messages.Create(webhook.ChannelId, new User(webhook.Id, webhook.Name) { Bot = true }, new MessageDraft
        {
            Type = MessageType.Default,
            Content = published.Content,
            Embeds = published.Embeds,
            Components = published.Components,
            Attachments = published.Attachments,
            Flags = MessageFlags.IsCrosspost,
            AllowedMentions = new AllowedMentions(),
            Reference = new MessageReference(published.ChannelId, published.Id, published.GuildId),
            WebhookId = webhook.Id,
        });

    private static RestResult AddFollower(RestCall call)
    {
        var source = call.Channel();
        if (source.Type != ChannelType.Announcement)
            throw new RestException(RestErrors.WrongChannelType);

        var targetId = call.Form.Id("webhook_channel_id", required: true);
        call.Form.Errors.ThrowIfAny();
        var target = call.Seen(call.World.Channels.Get(targetId!.Value));
        if (target.Type != ChannelType.Text)
            throw new RestException(RestErrors.WrongChannelType);

        call.Require(target, Permission.ManageWebhooks);
        var webhook = call.World.Webhooks.Follow(source.Id, target.Id, call.Actor);
        call.World.Messages.Create(target.Id, call.User, new MessageDraft
        {
            Type = MessageType.ChannelFollowAdd,
            Content = webhook.Name,
            Reference = new MessageReference(source.Id, null, source.GuildId),
        });
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteId("channel_id", source.Id);
            json.WriteId("webhook_id", webhook.Id);
            json.WriteEndObject();
        });
    }

    private static List<Message> CopiesOf(SandboxWorld world, Message source)
    {
        if (!source.Flags.HasFlag(MessageFlags.Crossposted))
            return [];

        return world.Webhooks.Following(source.ChannelId).ToList()
            .SelectMany(webhook => world.Messages.List(webhook.ChannelId, 0, int.MaxValue, after: source.Id))
            .Where(message => message.Flags.HasFlag(MessageFlags.IsCrosspost) && message.Reference?.MessageId == source.Id)
            .ToList();
    }
}
