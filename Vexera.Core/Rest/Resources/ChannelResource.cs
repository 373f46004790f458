using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IChannelResource"/>
internal sealed class ChannelResource(RestClient client, TimeProvider time) : IChannelResource
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(14);
    private static readonly RestRoute GetChannel = new(HttpMethod.Get, "/channels/{channel}");
    private static readonly RestRoute GetMessages = new(HttpMethod.Get, "/channels/{channel}/messages");
    private static readonly RestRoute Crosspost = new(HttpMethod.Post, "/channels/{channel}/messages/{message}/crosspost");
    private static readonly RestRoute CreateMessage = new(HttpMethod.Post, "/channels/{channel}/messages");
    private static readonly RestRoute EditMessage = new(HttpMethod.Patch, "/channels/{channel}/messages/{message}");
    private static readonly RestRoute BulkDelete = new(HttpMethod.Post, "/channels/{channel}/messages/bulk-delete");
    private static readonly RestRoute DeleteMessage = new(HttpMethod.Delete, "/channels/{channel}/messages/{message}");

    // Discord limits the deletion of old messages apart.
    private static readonly RestRoute DeleteOldMessage = new(HttpMethod.Delete, "/channels/{channel}/messages/{message}")
    {
        Variant = "older than 14 days",
    };

    public Task<Channel> GetAsync(Snowflake channelId, CancellationToken cancellationToken) =>
        client.SendAsync(GetChannel.To(channelId), DiscordJson.Default.Channel, cancellationToken);

    public Task<IReadOnlyList<Message>> GetMessagesAsync(
        Snowflake channelId, Snowflake after, int limit, CancellationToken cancellationToken) =>
        client.SendAsync(
            GetMessages.To(channelId).WithQuery($"after={after}&limit={limit}"), RestJson.Default.IReadOnlyListMessage, cancellationToken);

    public Task<IReadOnlyList<Message>> GetMessagesBeforeAsync(
        Snowflake channelId, Snowflake before, int limit, CancellationToken cancellationToken) =>
        client.SendAsync(
            GetMessages.To(channelId).WithQuery($"before={before}&limit={limit}"), RestJson.Default.IReadOnlyListMessage, cancellationToken);

    public Task BulkDeleteMessagesAsync(
        Snowflake channelId, IReadOnlyList<Snowflake> messageIds, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(
            BulkDelete.To(channelId).WithJson(new BulkDeleteBody(messageIds), RestJson.Default.BulkDeleteBody) with
            {
                Repeatable = true,
                Reason = reason,
            },
            cancellationToken);

    public Task<Message> CrosspostMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        client.SendAsync(Crosspost.To(channelId, messageId) with { Repeatable = true }, DiscordJson.Default.Message, cancellationToken);

    public Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            CreateMessage.To(channelId).WithMessage(message) with
            {
                Repeatable = message is { EnforceNonce: true, Nonce.Length: > 0 },
            },
            DiscordJson.Default.Message,
            cancellationToken);

    public Task<Message> EditMessageAsync(
        Snowflake channelId, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            EditMessage.To(channelId, messageId).WithMessage(message.WithoutCreation()),
            DiscordJson.Default.Message,
            cancellationToken);

    public Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, string? reason, CancellationToken cancellationToken)
    {
        var route = time.GetUtcNow() - messageId.CreatedAt > Old ? DeleteOldMessage : DeleteMessage;
        return client.SendAsync(route.To(channelId, messageId) with { Reason = reason, DoneBefore = DiscordErrorCodes.UnknownMessage }, cancellationToken);
    }
}
