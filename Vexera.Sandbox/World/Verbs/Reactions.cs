using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Emoji under messages.</summary>
internal sealed class Reactions(WorldState state, Messages messages)
{
    public void Add(ulong channelId, ulong messageId, ulong? emojiId, string emojiName, ulong userId)
    {
        lock (state.Gate)
        {
            var message = messages.Get(channelId, messageId);
            var present = message.Reactions.FirstOrDefault(reaction => reaction.Is(emojiId, emojiName));
            if (present?.Users.Contains(userId) == true)
            {
                return;
            }

            var channel = state.Channel(channelId);
            var now = (present ?? new Reaction(emojiId, emojiName)) is var reaction ? reaction with { Users = reaction.Users.Add(userId) } : null!;
            message = Keep(message with { Reactions = present is null ? message.Reactions.Add(now) : message.Reactions.Replace(present, now) });
            var member = channel.GuildId is { } guildId ? state.Guild(guildId).Members.GetValueOrDefault(userId) : null;
            state.Publish(MessageEvents.Reacted(message, channel, now, userId, member));
        }
    }

    public void Remove(ulong channelId, ulong messageId, ulong? emojiId, string emojiName, ulong userId)
    {
        lock (state.Gate)
        {
            var message = messages.Get(channelId, messageId);
            var present = message.Reactions.FirstOrDefault(reaction => reaction.Is(emojiId, emojiName));
            if (present is null || !present.Users.Contains(userId))
            {
                return;
            }

            var rest = present with { Users = present.Users.Remove(userId) };
            message = Keep(message with { Reactions = rest.Users.IsEmpty ? message.Reactions.Remove(present) : message.Reactions.Replace(present, rest) });
            state.Publish(MessageEvents.Unreacted(message, state.Channel(channelId), present, userId));
        }
    }

    /// <summary>Removes all reactions, or all with one emoji.</summary>
    public void Clear(ulong channelId, ulong messageId, (ulong? Id, string Name)? emoji = null)
    {
        lock (state.Gate)
        {
            var message = messages.Get(channelId, messageId);
            var channel = state.Channel(channelId);
            if (emoji is not { } which)
            {
                message = Keep(message with { Reactions = [] });
                state.Publish(MessageEvents.ReactionsCleared(message, channel));
            }
            else if (message.Reactions.FirstOrDefault(reaction => reaction.Is(which.Id, which.Name)) is { } present)
            {
                message = Keep(message with { Reactions = message.Reactions.Remove(present) });
                state.Publish(MessageEvents.ReactionCleared(message, channel, present));
            }
        }
    }

    private Message Keep(Message message)
    {
        state.Messages[message.ChannelId].Replace(message);
        return message;
    }
}
