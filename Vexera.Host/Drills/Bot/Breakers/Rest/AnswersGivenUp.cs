using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Host.Drills.Bot.Breakers.Rest;

/// <summary>Every third new message is given up as if Discord could not be reached.</summary>
internal sealed class AnswersGivenUp(IChannelResource inner) : PassingChannels(inner)
{
    private const int Every = 3;
    private int _count;

    /// <inheritdoc/>
    public override Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _count) % Every == 0
            ? throw new DiscordUnreachableException("POST /channels/{channel}/messages", "given up")
            : Inner.CreateMessageAsync(channelId, message, cancellationToken);
}
