using System.Globalization;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Announcements;

/// <summary>
/// Posts once. A post is claimed in the database before Discord is asked. Who finds such a claim, after a lost answer or a process
/// that died, sends the same with the same nonce within a minute, which Discord answers with the first message; later it looks for
/// the message in the channel. Where it can do neither it does not post: rather not than twice.
/// </summary>
internal sealed class AnnouncementPost(AnnouncementStore store, IDiscordRest rest, IDiscordClock clock, TimeProvider time)
{
    /// <summary>How long after a claim Discord surely remembers its nonce.</summary>
    public static readonly TimeSpan NonceLives = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);
    private const int MostMessages = 100;

    /// <summary>The message; null when it cannot be known whether there is one.</summary>
    /// <exception cref="DiscordRestException">Discord refused; nothing was posted.</exception>
    /// <exception cref="DiscordUnreachableException">Discord did not answer; it may be posted, and the claim stays.</exception>
    public async Task<Message?> PostAsync(Announcement one, Snowflake channel, CancellationToken cancellationToken)
    {
        if (one is { ClaimedAt: { } claimedAt, ClaimedText: { } text, ChannelId: { } claimed })
        {
            var age = time.GetUtcNow() - claimedAt;
            if (age >= TimeSpan.Zero && age < NonceLives)
                return await SendAsync(one, claimed, text, cancellationToken);
            var (found, isSure) = await LookAsync(claimed, text, claimedAt, isAhead: age < TimeSpan.Zero, cancellationToken);
            if (found is not null || !isSure)
                return found;
        }

        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var content = AnnouncementContent.Of(one.Kind, one.Entries);
        await store.SaveAsync(one with { ChannelId = channel, ClaimedAt = now, ClaimedText = content }, cancellationToken);
        try
        {
            return await SendAsync(one, channel, content, cancellationToken);
        }
        catch (DiscordRestException)
        {
            await store.SaveAsync(one with { ClaimedAt = null, ClaimedText = null }, cancellationToken);
            throw;
        }
    }

    private Task<Message> SendAsync(Announcement one, Snowflake channel, string content, CancellationToken cancellationToken) => rest.Channels.CreateMessageAsync(
        channel,
        new OutgoingMessage
        {
            Content = content,
            // Another database may count from 1 as well, a moment later.
            Nonce = string.Create(CultureInfo.InvariantCulture, $"a{one.Number}-{one.Entries[0].At.ToUnixTimeMilliseconds():x}"),
            EnforceNonce = true,
        },
        cancellationToken);

    private async Task<(Message? Found, bool IsSure)> LookAsync(
        Snowflake channel, string text, DateTimeOffset claimedAt, bool isAhead, CancellationToken cancellationToken)
    {
        var bot = await rest.Users.GetCurrentAsync(cancellationToken);
        // A claim of a clock that was ahead may be of any age, and its message among the latest.
        var at = claimedAt + clock.Ahead;
        var messages = isAhead
            ? await rest.Channels.GetMessagesBeforeAsync(channel, Snowflake.At(at), MostMessages, cancellationToken)
            : await rest.Channels.GetMessagesAsync(channel, Snowflake.At(at - ClockSlack), MostMessages, cancellationToken);
        if (messages.FirstOrDefault(message => message.Author.Id == bot.Id && message.Content.Trim() == text.Trim()) is { } found)
            return (found, true);
        // No message at all: the channel is empty, or its history is not for the bot to read.
        return (null, messages.Count > 0 || (await rest.Channels.GetMessagesAsync(channel, default, 1, cancellationToken)).Count > 0);
    }
}
