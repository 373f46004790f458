using System.Collections.Immutable;
using System.Globalization;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>What people and bots say.</summary>
internal sealed class Messages(WorldState state, AuditLog audit)
{
    private readonly Nonces _nonces = new(state.Clock);

    public Message? Find(ulong channelId, ulong messageId)
    {
        lock (state.Gate)
        {
            return state.Messages.GetValueOrDefault(channelId)?.Find(messageId);
        }
    }

    public Message Get(ulong channelId, ulong messageId) => Find(channelId, messageId) ?? throw WorldException.UnknownMessage();

    /// <summary>An uploaded file of a message that is still there.</summary>
    public Attachment? FindAttachment(ulong channelId, ulong attachmentId)
    {
        lock (state.Gate)
        {
            return state.Messages.GetValueOrDefault(channelId)?
                .Newest(1, message => message.Attachments.Any(attachment => attachment.Id == attachmentId))
                .SelectMany(message => message.Attachments)
                .FirstOrDefault(attachment => attachment.Id == attachmentId);
        }
    }

    /// <summary>Newest first, as the viewer may see them, at most <paramref name="limit"/>; all bounds are exclusive.</summary>
    public ImmutableArray<Message> List(ulong channelId, ulong viewerId, int limit = 50, ulong? before = null, ulong? after = null)
    {
        lock (state.Gate)
        {
            var log = state.Messages.GetValueOrDefault(channelId);
            return log is null ? []
                : after is { } start ? log.After(start, limit, Visible)
                : log.Newest(limit, message => (before is null || message.Id < before) && Visible(message));
        }

        bool Visible(Message message) => message.VisibleTo is null || message.VisibleTo == viewerId;
    }

    /// <summary>The message pinned last comes first.</summary>
    public ImmutableArray<Message> Pinned(ulong channelId)
    {
        lock (state.Gate)
        {
            return state.Messages.GetValueOrDefault(channelId)?.Newest(int.MaxValue, message => message.Pinned)
                .Sort(static (one, other) => Nullable.Compare(other.PinnedAt, one.PinnedAt)) ?? [];
        }
    }

    /// <summary>Says something. With an enforced nonce that was used lately, returns what was said then.</summary>
    public Message Create(ulong channelId, User author, MessageDraft draft)
    {
        lock (state.Gate)
        {
            if (draft.EnforceNonce && _nonces.Find(author.Id, channelId, draft.Nonce) is { } earlier && Find(channelId, earlier) is { } first)
            {
                return first;
            }

            var channel = state.Channel(channelId);
            var guild = channel.GuildId is { } guildId ? state.Guild(guildId) : null;
            var message = MessageComposer.Compose(state, channel, guild, author, draft);
            LogOf(channelId).Add(message);
            _nonces.Remember(author.Id, channelId, draft.Nonce, message.Id);
            channel = state.Change(WithLast(channel, message.Id));
            state.Publish(MessageEvents.Created(message, channel, guild));
            return message;
        }
    }

    /// <summary>Changes a message; pins and flags do not count as an edit of the text.</summary>
    public Message Edit(ulong channelId, ulong messageId, Func<Message, Message> change, bool isEdit = true)
    {
        lock (state.Gate)
        {
            var channel = state.Channel(channelId);
            var guild = channel.GuildId is { } guildId ? state.Guild(guildId) : null;
            var before = Get(channelId, messageId);
            var after = change(before);
            if (after.Content != before.Content)
            {
                after = MessageComposer.WithMentions(after, guild, state, AllowedMentions.Everything);
            }

            after = after with { EditedTimestamp = isEdit ? state.Now : before.EditedTimestamp };
            state.Messages[channelId].Replace(after);
            state.Publish(MessageEvents.Updated(after, channel, guild));
            return after;
        }
    }

    /// <summary>Removes a message; removing another's is told by the audit log.</summary>
    public Message Delete(ulong channelId, ulong messageId, Actor actor)
    {
        lock (state.Gate)
        {
            var channel = state.Channel(channelId);
            var message = Get(channelId, messageId);
            state.Messages[channelId].Remove(messageId);
            state.Publish(MessageEvents.Deleted(message, channel));
            if (channel.GuildId is { } guildId && message.Author.Id != actor.UserId && message.VisibleTo is null && message.WebhookId is null)
            {
                audit.Write(guildId, actor, AuditAction.MessageDelete, message.Author.Id, default, ("channel_id", Text(channelId)), ("count", "1"));
            }

            return message;
        }
    }

    /// <summary>Removes those of the messages that exist, as one event.</summary>
    public ImmutableArray<ulong> DeleteBulk(ulong channelId, IEnumerable<ulong> messageIds, Actor actor)
    {
        lock (state.Gate)
        {
            var channel = state.Channel(channelId);
            var log = LogOf(channelId);
            ImmutableArray<ulong> removed = [.. messageIds.Distinct().Where(log.Remove)];
            if (removed.Length > 0)
            {
                state.Publish(MessageEvents.BulkDeleted(channel, removed));
                audit.Write(channel.GuildId!.Value, actor, AuditAction.MessageBulkDelete, channelId, default, ("count", Text((ulong)removed.Length)));
            }

            return removed;
        }
    }

    /// <summary>Removes what a user said since a moment in all channels of a guild: what a ban may do.</summary>
    public void DeleteOf(ulong guildId, ulong userId, DateTimeOffset since)
    {
        lock (state.Gate)
        {
            foreach (var channel in state.Guild(guildId).Channels.Values)
            {
                var said = state.Messages.GetValueOrDefault(channel.Id)?.Newest(int.MaxValue, message => message.Author.Id == userId && message.Timestamp >= since) ?? [];
                ImmutableArray<ulong> ids = [.. said.Select(message => message.Id)];
                if (ids.Length > 0)
                {
                    _ = ids.All(LogOf(channel.Id).Remove);
                    state.Publish(MessageEvents.BulkDeleted(channel, ids));
                }
            }
        }
    }

    public void Pin(ulong channelId, ulong messageId, bool pinned, Actor actor)
    {
        lock (state.Gate)
        {
            var message = Edit(channelId, messageId, before => before with { PinnedAt = pinned ? state.Now : null }, isEdit: false);
            var channel = state.Channel(channelId);
            channel = state.Change(channel with { LastPinAt = pinned ? state.Now : channel.LastPinAt });
            state.Publish(GuildEvents.PinsUpdated(channel));
            if (channel.GuildId is { } guildId)
            {
                var action = pinned ? AuditAction.MessagePin : AuditAction.MessageUnpin;
                audit.Write(guildId, actor, action, message.Author.Id, default, ("channel_id", Text(channelId)), ("message_id", Text(messageId)));
            }
        }
    }

    private static Channel WithLast(Channel channel, ulong messageId) => channel with
    {
        LastMessageId = messageId,
        Thread = channel.Thread is { } thread
            ? thread with { MessageCount = thread.MessageCount + 1, TotalMessageSent = thread.TotalMessageSent + 1 }
            : null,
    };

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    private MessageLog LogOf(ulong channelId)
    {
        if (!state.Messages.TryGetValue(channelId, out var log))
        {
            state.Messages[channelId] = log = new MessageLog();
        }

        return log;
    }
}
