using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Host.Drills.Bot.Breakers.Rest;

/// <summary>Discord's HTTP API with other channels.</summary>
/// <param name="inner">All the rest of it.</param>
/// <param name="channels">The channels.</param>
internal sealed class RestWithChannels(IDiscordRest inner, IChannelResource channels) : IDiscordRest
{
    public IGatewayResource Gateway => inner.Gateway;

    public IApplicationResource Applications => inner.Applications;

    public IUserResource Users => inner.Users;

    public IGuildResource Guilds => inner.Guilds;

    public IAuditLogResource AuditLogs => inner.AuditLogs;

    public IChannelResource Channels => channels;

    public IWebhookResource Webhooks => inner.Webhooks;

    public IInteractionResource Interactions => inner.Interactions;
}

/// <summary>Channels that do what others do, but for what happens to new messages.</summary>
/// <param name="inner">The others.</param>
internal abstract class PassingChannels(IChannelResource inner) : IChannelResource
{
    /// <summary>The others.</summary>
    protected IChannelResource Inner => inner;

    public abstract Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken);

    public Task<Channel> GetAsync(Snowflake channelId, CancellationToken cancellationToken) => inner.GetAsync(channelId, cancellationToken);

    public Task<IReadOnlyList<Message>> GetMessagesAsync(
        Snowflake channelId, Snowflake after, int limit, CancellationToken cancellationToken) =>
        inner.GetMessagesAsync(channelId, after, limit, cancellationToken);

    public Task<IReadOnlyList<Message>> GetMessagesBeforeAsync(
        Snowflake channelId, Snowflake before, int limit, CancellationToken cancellationToken) =>
        inner.GetMessagesBeforeAsync(channelId, before, limit, cancellationToken);

    public Task BulkDeleteMessagesAsync(
        Snowflake channelId, IReadOnlyList<Snowflake> messageIds, string? reason, CancellationToken cancellationToken) =>
        inner.BulkDeleteMessagesAsync(channelId, messageIds, reason, cancellationToken);

    public Task<Message> CrosspostMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        inner.CrosspostMessageAsync(channelId, messageId, cancellationToken);

    public Task<Message> EditMessageAsync(
        Snowflake channelId, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        inner.EditMessageAsync(channelId, messageId, message, cancellationToken);

    public Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, string? reason, CancellationToken cancellationToken) =>
        inner.DeleteMessageAsync(channelId, messageId, reason, cancellationToken);
}
