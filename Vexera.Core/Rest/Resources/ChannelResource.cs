using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IChannelResource"/>
internal sealed class ChannelResource(RestClient client) : IChannelResource
{
    private static readonly RestRoute CreateMessage = new(HttpMethod.Post, "/channels/{channel}/messages");
    private static readonly RestRoute EditMessage = new(HttpMethod.Patch, "/channels/{channel}/messages/{message}");
    private static readonly RestRoute DeleteMessage = new(HttpMethod.Delete, "/channels/{channel}/messages/{message}");

    public Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            CreateMessage.To(channelId).WithJson(message, DiscordJson.Default.OutgoingMessage) with
            {
                Repeatable = message is { EnforceNonce: true, Nonce.Length: > 0 },
            },
            DiscordJson.Default.Message,
            cancellationToken);

    public Task<Message> EditMessageAsync(
        Snowflake channelId, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            EditMessage.To(channelId, messageId).WithJson(message.WithoutCreation(), DiscordJson.Default.OutgoingMessage),
            DiscordJson.Default.Message,
            cancellationToken);

    public Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(DeleteMessage.To(channelId, messageId) with { Reason = reason }, cancellationToken);
}
