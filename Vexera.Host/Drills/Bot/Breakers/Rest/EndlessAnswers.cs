using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Host.Drills.Bot.Breakers.Rest;

/// <summary>New messages are longer than Discord takes.</summary>
internal sealed class EndlessAnswers(IChannelResource inner) : PassingChannels(inner)
{
    private static readonly string Rest = new('.', 2_000);

    /// <inheritdoc/>
    public override Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken) =>
        Inner.CreateMessageAsync(channelId, message with { Content = $"{message.Content} {Rest}" }, cancellationToken);
}
