using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IWebhookResource"/>
internal sealed class WebhookResource(RestClient client) : IWebhookResource
{
    private static readonly RestRoute Execute = new(HttpMethod.Post, "/webhooks/{webhook}/{token}") { Authenticated = false };
    private static readonly RestRoute EditMessage = new(HttpMethod.Patch, "/webhooks/{webhook}/{token}/messages/{message}") { Authenticated = false };

    public Task<Message> ExecuteAsync(Snowflake webhookId, Secret token, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            Execute.To(webhookId, token.Reveal())
                .WithQuery($"wait=true")
                .WithMessage(message.WithoutCreation()),
            DiscordJson.Default.Message,
            cancellationToken);

    public Task<Message> EditMessageAsync(
        Snowflake webhookId, Secret token, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            EditMessage.To(webhookId, token.Reveal(), messageId).WithMessage(message.WithoutCreation()),
            DiscordJson.Default.Message,
            cancellationToken);
}
