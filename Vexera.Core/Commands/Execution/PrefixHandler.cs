using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Execution;

/// <summary>
/// Finds commands in messages: after the guild's prefix, after a mention of the bot, and in direct messages also without. A
/// message that is none costs a look at its first characters.
/// </summary>
internal sealed class PrefixHandler(
    CommandRoutes routes,
    GuildPrefixes prefixes,
    CommandRunner runner,
    IGuildStates guilds,
    ISelf self,
    IDiscordRest rest,
    SilencedChannels silenced,
    TimeProvider time) : IEventHandler<MessageCreateEvent>
{
    private const int PlainMessage = 0, ReplyMessage = 19;

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        var message = context.Event.Message;
        if (message.Content.Length == 0 || message.Author.Bot || message.Author.System || message.WebhookId is not null
            || message.Type is not (PlainMessage or ReplyMessage))
            return ValueTask.CompletedTask;
        if (message.GuildId is not { } guildId)
            return HandleDirectAsync(context, message, cancellationToken);
        if (self.User is { } bot && PrefixMatcher.MentionLength(message.Content, bot.Id.Value) is > 0 and var mention)
            return BeginAsync(context, message, mention, addressed: true, cancellationToken);
        if (!prefixes.TryGet(guildId, out var prefix))
            return FetchPrefixAsync(context, message, guildId, cancellationToken);
        return HandleAsync(context, message, prefix, cancellationToken);
    }

    private async ValueTask FetchPrefixAsync(
        EventContext<MessageCreateEvent> context, Message message, Snowflake guildId, CancellationToken cancellationToken)
    {
        var prefix = await prefixes.GetAsync(guildId, cancellationToken);
        await HandleAsync(context, message, prefix, cancellationToken);
    }

    private ValueTask HandleAsync(
        EventContext<MessageCreateEvent> context, Message message, string? prefix, CancellationToken cancellationToken) =>
        prefix is not null && PrefixMatcher.HasPrefix(message.Content, prefix)
            ? BeginAsync(context, message, prefix.Length, addressed: false, cancellationToken)
            : ValueTask.CompletedTask;

    private ValueTask HandleDirectAsync(EventContext<MessageCreateEvent> context, Message message, CancellationToken cancellationToken)
    {
        var start = self.User is { } bot ? PrefixMatcher.MentionLength(message.Content, bot.Id.Value) : 0;
        if (start == 0 && PrefixMatcher.HasPrefix(message.Content, prefixes.Default))
            start = prefixes.Default.Length;
        return BeginAsync(context, message, start, addressed: true, cancellationToken);
    }

    private async ValueTask BeginAsync(
        EventContext<MessageCreateEvent> context, Message message, int start, bool addressed, CancellationToken cancellationToken)
    {
        if (routes.OfMessage(message.Content, start, addressed) is not var (command, arguments))
            return;
        var guild = message.GuildId is { } id ? context.After ?? await guilds.FindAsync(id, cancellationToken) : null;
        var prefix = message.GuildId is { } guildId ? await prefixes.GetAsync(guildId, cancellationToken) : prefixes.Default;
        var call = new CommandContext
        {
            Command = command,
            Form = CommandForm.Prefix,
            Cause = message.Id,
            Origin = context.Origin,
            User = message.Author,
            Member = message.Member,
            Permissions = PermissionsOf(message, guild),
            ChannelId = message.ChannelId,
            GuildId = message.GuildId,
            Guild = guild,
            Prefix = prefix ?? $"@{self.User?.Username} ",
            Input = new PrefixInput(arguments, ScopeOf(message, guild)),
        };
        await runner.BeginAsync(call, context, new PrefixResponder(message, guild, self, rest, silenced, time), cancellationToken);
    }

    private Permission PermissionsOf(Message message, GuildState? guild)
    {
        if (message.GuildId is null)
            return PermissionCalculator.All;
        return guild is not null && message.Member is { } member
            ? guild.PermissionsIn(message.Author.Id, member, message.ChannelId, time.GetUtcNow())
            : Permission.None;
    }

    private static ArgumentScope ScopeOf(Message message, GuildState? guild) =>
        new(guild, message.Mentions.Append(message.Author).DistinctBy(user => user.Id).ToDictionary(user => user.Id), NoMembers)
        {
            Attachments = message.Attachments.Count == 0 ? NoAttachments : message.Attachments.ToDictionary(attachment => attachment.Id),
        };

    private static readonly Dictionary<Snowflake, Member> NoMembers = [];
    private static readonly Dictionary<Snowflake, Attachment> NoAttachments = [];
}
