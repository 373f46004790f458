using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Host.Drills.Bot.Breakers.Rest;

/// <summary>Every new message waits for six seconds before it is sent.</summary>
internal sealed class SlowAnswers(IChannelResource inner, TimeProvider time) : PassingChannels(inner)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    public override async Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        await Task.Delay(Wait, time, cancellationToken);
        return await Inner.CreateMessageAsync(channelId, message, cancellationToken);
    }
}
