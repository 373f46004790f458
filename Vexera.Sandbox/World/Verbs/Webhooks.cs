using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Webhooks, those that follow announcement channels included.</summary>
internal sealed class Webhooks(WorldState state, Users users, AuditLog audit)
{
    public Webhook? Find(ulong id) => state.Webhooks.GetValueOrDefault(id);

    public Webhook Get(ulong id) => Find(id) ?? throw WorldException.UnknownWebhook();

    public IEnumerable<Webhook> OfChannel(ulong channelId) =>
        state.Webhooks.Values.Where(webhook => webhook.ChannelId == channelId).OrderBy(webhook => webhook.Id);

    public IEnumerable<Webhook> OfGuild(ulong guildId) =>
        state.Webhooks.Values.Where(webhook => webhook.GuildId == guildId).OrderBy(webhook => webhook.Id);

    /// <summary>The webhooks that repeat an announcement channel's crossposts.</summary>
    public IEnumerable<Webhook> Following(ulong channelId) =>
        state.Webhooks.Values.Where(webhook => webhook.SourceChannelId == channelId).OrderBy(webhook => webhook.Id);

    public Webhook Create(ulong channelId, string name, Actor actor)
    {
        lock (state.Gate)
        {
            var id = state.Ids.Next();
            return Add(actor, new Webhook(id, WebhookType.Incoming, GuildOf(channelId), channelId, name)
            {
                Token = users.TokenOf(id).Replace(".", "", StringComparison.Ordinal),
                Creator = state.User(actor.UserId),
                ApplicationId = state.Applications.ContainsKey(actor.UserId) ? actor.UserId : null,
            });
        }
    }

    /// <summary>Lets a channel follow an announcement channel.</summary>
    public Webhook Follow(ulong announcementChannelId, ulong targetChannelId, Actor actor)
    {
        lock (state.Gate)
        {
            var source = state.Channel(announcementChannelId);
            var guild = state.Guild(source.GuildId!.Value);
            return Add(actor, new Webhook(state.Ids.Next(), WebhookType.ChannelFollower, GuildOf(targetChannelId), targetChannelId, $"{guild.Name} #{source.Name}")
            {
                SourceChannelId = source.Id,
                SourceGuildId = guild.Id,
                Creator = state.User(actor.UserId),
            });
        }
    }

    public Webhook Update(ulong id, Actor actor, Func<Webhook, Webhook> change)
    {
        lock (state.Gate)
        {
            var before = Get(id);
            var after = state.Webhooks[id] = change(before);
            state.Publish(GuildEvents.WebhooksUpdated(after.GuildId, after.ChannelId));
            audit.Write(after.GuildId, actor, AuditAction.WebhookUpdate, id, Changes(before, after));
            return after;
        }
    }

    public void Delete(ulong id, Actor actor)
    {
        lock (state.Gate)
        {
            var webhook = Get(id);
            state.Webhooks.TryRemove(id, out _);
            state.Publish(GuildEvents.WebhooksUpdated(webhook.GuildId, webhook.ChannelId));
            audit.Write(webhook.GuildId, actor, AuditAction.WebhookDelete, id, Changes(webhook, null));
        }
    }

    private static System.Collections.Immutable.ImmutableArray<AuditChange> Changes(Webhook? before, Webhook? after) =>
        AuditChanges.Between(before, after, static (json, webhook) => WebhookJson.Write(json, webhook, withToken: false, withCreator: false));

    private ulong GuildOf(ulong channelId) => state.Channel(channelId).GuildId ?? throw WorldException.UnknownChannel();

    private Webhook Add(Actor actor, Webhook webhook)
    {
        state.Webhooks[webhook.Id] = webhook;
        state.Publish(GuildEvents.WebhooksUpdated(webhook.GuildId, webhook.ChannelId));
        audit.Write(webhook.GuildId, actor, AuditAction.WebhookCreate, webhook.Id, Changes(null, webhook));
        return webhook;
    }
}
