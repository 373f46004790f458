using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Replies;

/// <summary>Answers a message with replies that ping no one. The same message is answered once, however often it is handled.</summary>
/// <param name="message">The message.</param>
/// <param name="guild">Its guild, if it is known.</param>
/// <param name="self">Who the bot is.</param>
/// <param name="rest">Where messages are created.</param>
/// <param name="silenced">Where dropped answers are noted.</param>
/// <param name="time">For the bot's own timeout.</param>
internal sealed class PrefixResponder(
    Message message, GuildState? guild, ISelf self, IDiscordRest rest, SilencedChannels silenced, TimeProvider time) : IResponder
{
    /// <inheritdoc/>
    public Task HoldAsync(Task work, bool ephemeral, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task RespondAsync(Reply reply, CancellationToken cancellationToken)
    {
        var permissions = ChannelAccess.OfBot(guild, self.User, message.ChannelId, time.GetUtcNow());
        if (!permissions.HasFlag(ChannelAccess.Writing(guild, message.ChannelId)))
        {
            silenced.Dropped(message.ChannelId, message.GuildId);
            return;
        }

        try
        {
            await SendAsync(reply, permissions.HasFlag(Permission.ReadMessageHistory), cancellationToken);
        }
        catch (DiscordRestException e) when (DiscordErrorCodes.IsNoWriting(e.Code))
        {
            silenced.Dropped(message.ChannelId, message.GuildId);
        }
    }

    // A reference needs READ_MESSAGE_HISTORY; without it the answer stands alone.
    private async Task SendAsync(Reply reply, bool mayRefer, CancellationToken cancellationToken)
    {
        var sent = await rest.Channels.CreateMessageAsync(
            message.ChannelId,
            ReplyMessage.New(reply) with
            {
                Flags = null,
                MessageReference = mayRefer ? new MessageReference { MessageId = message.Id } : null,
                Nonce = EventOrigin.NonceFor(message.Id),
                EnforceNonce = true,
            },
            cancellationToken);
        if (reply.WhenSent is { } told)
            await told(new SentReply(sent.Id), cancellationToken);
    }
}
