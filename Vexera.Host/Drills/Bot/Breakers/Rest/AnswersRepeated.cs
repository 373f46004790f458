using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Host.Drills.Bot.Breakers.Rest;

/// <summary>Every new message is sent once more, without the nonce by which Discord would know it again.</summary>
internal sealed class AnswersRepeated(IChannelResource inner) : PassingChannels(inner)
{
    /// <inheritdoc/>
    public override async Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        await Inner.CreateMessageAsync(channelId, message, cancellationToken);
        return await Inner.CreateMessageAsync(channelId, message with { Nonce = null, EnforceNonce = null }, cancellationToken);
    }
}
