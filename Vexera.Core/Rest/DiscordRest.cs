using Vexera.Core.Rest.Resources;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest;

/// <inheritdoc cref="IDiscordRest"/>
internal sealed class DiscordRest(RestClient client, TimeProvider time) : IDiscordRest
{
    public IGatewayResource Gateway { get; } = new GatewayResource(client);

    public IApplicationResource Applications { get; } = new ApplicationResource(client);

    public IUserResource Users { get; } = new UserResource(client);

    public IGuildResource Guilds { get; } = new GuildResource(client);

    public IAuditLogResource AuditLogs { get; } = new AuditLogResource(client);

    public IChannelResource Channels { get; } = new ChannelResource(client, time);

    public IWebhookResource Webhooks { get; } = new WebhookResource(client);

    public IInteractionResource Interactions { get; } = new InteractionResource(client);
}
