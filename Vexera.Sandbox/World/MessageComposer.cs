using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World;

/// <summary>Makes a message of a draft: id, time, mentions, what it answers.</summary>
internal static partial class MessageComposer
{
    public static Message Compose(WorldState state, Channel channel, Guild? guild, User author, MessageDraft draft)
    {
        var referenced = draft.Reference is { MessageId: { } target } reference
            ? state.Messages.GetValueOrDefault(reference.ChannelId)?.Find(target)
            : null;
        var message = new Message(state.Ids.Next(), channel.Id, author, state.Now)
        {
            GuildId = channel.GuildId,
            Type = draft.Type ?? (draft.Reference is null ? MessageType.Default : MessageType.Reply),
            Content = draft.Content,
            Tts = draft.Tts,
            Flags = draft.Flags,
            Embeds = draft.Embeds,
            Components = draft.Components,
            Attachments = draft.Attachments,
            Nonce = draft.Nonce,
            Reference = draft.Reference,
            Referenced = referenced,
            WebhookId = draft.WebhookId,
            ApplicationId = draft.ApplicationId ?? (author.Bot && state.Applications.ContainsKey(author.Id) ? author.Id : null),
            Interaction = draft.Interaction,
            VisibleTo = draft.VisibleTo,
        };
        return WithMentions(message, guild, state, draft.AllowedMentions ?? AllowedMentions.Everything);
    }

    /// <summary>Reads the mentions from the text, as far as they may ping.</summary>
    public static Message WithMentions(Message message, Guild? guild, WorldState state, AllowedMentions allowed)
    {
        var users = Ids(UserMention(), message.Content)
            .Where(id => allowed.AllUsers || allowed.Users.Contains(id))
            .Select(state.FindUser).OfType<User>();
        if (message is { Type: MessageType.Reply, Referenced: { } referenced } && allowed.RepliedUser)
        {
            users = users.Prepend(referenced.Author);
        }

        var mayPingAll = guild is null || message.WebhookId is not null
            || (guild.Channels.TryGetValue(message.ChannelId, out var channel)
                && PermissionRules.InChannel(guild, channel, message.Author.Id, state.Now).HasFlag(Permission.MentionEveryone));
        return message with
        {
            Mentions = [.. users.DistinctBy(user => user.Id)],
            MentionRoles = [.. Ids(RoleMention(), message.Content)
                .Where(id => guild?.Roles.ContainsKey(id) == true && (allowed.AllRoles || allowed.Roles.Contains(id)))],
            MentionEveryone = allowed.Everyone && mayPingAll && EveryoneMention().IsMatch(message.Content),
        };
    }

    private static ImmutableArray<ulong> Ids(Regex pattern, string text) =>
        [.. pattern.Matches(text).Select(match => ulong.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct()];

    [GeneratedRegex(@"<@!?(\d{1,19})>")]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<@&(\d{1,19})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex EveryoneMention();
}
