using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Rest;

/// <summary>Source: https://discord.com/developers/docs/events/gateway#get-gateway-bot.</summary>
internal interface IGatewayResource
{
    /// <summary>GET /gateway/bot.</summary>
    Task<GatewayBot> GetBotAsync(CancellationToken cancellationToken);
}

/// <summary>Source: https://discord.com/developers/docs/resources/application and interactions/application-commands.</summary>
internal interface IApplicationResource
{
    /// <summary>GET /applications/@me.</summary>
    Task<Application> GetCurrentAsync(CancellationToken cancellationToken);

    /// <summary>GET /applications/{id}/commands, with localizations.</summary>
    Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(Snowflake applicationId, CancellationToken cancellationToken);

    /// <summary>PUT /applications/{id}/commands: replaces all global commands.</summary>
    Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(
        Snowflake applicationId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);
}

/// <summary>Source: https://discord.com/developers/docs/resources/user.</summary>
internal interface IUserResource
{
    /// <summary>GET /users/@me: the bot itself.</summary>
    Task<User> GetCurrentAsync(CancellationToken cancellationToken);

    /// <summary>GET /users/{id}: any account. Error 10013 for none.</summary>
    Task<User> GetAsync(Snowflake userId, CancellationToken cancellationToken);

    /// <summary>GET /users/@me/guilds: a page of the guilds the bot is in, by id.</summary>
    /// <param name="after">Where the page before ended; none for the first.</param>
    /// <param name="limit">1 to 200; fewer come back only from the last page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<CurrentGuild>> GetCurrentGuildsAsync(Snowflake after, int limit, CancellationToken cancellationToken);

    /// <summary>POST /users/@me/channels: opens the direct messages with a user, or gives those that are open.</summary>
    Task<Channel> CreateDmAsync(Snowflake userId, CancellationToken cancellationToken);
}

/// <summary>Source: https://discord.com/developers/docs/resources/channel and resources/message.</summary>
internal interface IChannelResource
{
    /// <summary>GET /channels/{id}.</summary>
    Task<Channel> GetAsync(Snowflake channelId, CancellationToken cancellationToken);

    /// <summary>
    /// GET /channels/{id}/messages: those after a message or an instant, newest first. Empty also where the bot may not read the
    /// history.
    /// </summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="after">Older ones are left out; none for the newest.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channelId, Snowflake after, int limit, CancellationToken cancellationToken);

    /// <summary>GET /channels/{id}/messages: those before a message or an instant, newest first; as <see cref="GetMessagesAsync"/>.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="before">Newer ones are left out, and so is it.</param>
    /// <param name="limit">1 to 100; fewer come back only where the history begins.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Message>> GetMessagesBeforeAsync(
        Snowflake channelId, Snowflake before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// POST /channels/{id}/messages/bulk-delete. Messages that are gone already do no harm, so it is safe to repeat. Needs Manage
    /// Messages. One message older than 14 days refuses all (error 50034).
    /// </summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="messageIds">2 to 100, each once.</param>
    /// <param name="reason">For the audit log: any text, cut at 512 characters; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task BulkDeleteMessagesAsync(
        Snowflake channelId, IReadOnlyList<Snowflake> messageIds, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// POST /channels/{id}/messages/{id}/crosspost: publishes a message of an announcement channel to the channels that follow it.
    /// Ten an hour for a channel. Repeating it does no harm: the second answer is error 40033.
    /// </summary>
    Task<Message> CrosspostMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken);

    /// <summary>POST /channels/{id}/messages. Safe to repeat only when the message carries an enforced nonce.</summary>
    Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>PATCH /channels/{id}/messages/{id}.</summary>
    Task<Message> EditMessageAsync(Snowflake channelId, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>DELETE /channels/{id}/messages/{id}.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="reason">For the audit log: any text, cut at 512 characters after encoding rules; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, string? reason, CancellationToken cancellationToken);
}

/// <summary>
/// Webhooks, used with their own token and not the bot's, so that they work while the bot's is refused.
/// Source: https://discord.com/developers/docs/resources/webhook.
/// </summary>
internal interface IWebhookResource
{
    /// <summary>POST /webhooks/{id}/{token}: the webhook says something, and Discord's answer is waited for. Not safe to repeat.</summary>
    Task<Message> ExecuteAsync(Snowflake webhookId, Secret token, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>PATCH /webhooks/{id}/{token}/messages/{id}: changes what it has said.</summary>
    Task<Message> EditMessageAsync(
        Snowflake webhookId, Secret token, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>Source: https://discord.com/developers/docs/interactions/receiving-and-responding.</summary>
internal interface IInteractionResource
{
    /// <summary>POST /interactions/{id}/{token}/callback with a message (type 4). Within 3 seconds, once.</summary>
    Task RespondAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>The same with "thinking…" (type 5), to be followed by <see cref="EditResponseAsync"/>.</summary>
    Task DeferAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken);

    /// <summary>
    /// The same where a component was used: the message that it belongs to becomes this one (type 7). What is null stays as it is.
    /// </summary>
    Task UpdateMessageAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// The same where a component was used, without any sign of it (type 6). <see cref="EditResponseAsync"/> changes the message that
    /// it belongs to then, <see cref="FollowUpAsync"/> says something beside it; neither has to come.
    /// </summary>
    Task DeferUpdateAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>POST /interactions/{id}/{token}/callback with suggestions (type 8), for an autocomplete interaction. Within 3 seconds, once.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="suggestions">At most 25.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task SuggestAsync(Interaction interaction, IReadOnlyList<CommandOptionChoice> suggestions, CancellationToken cancellationToken);

    /// <summary>GET /webhooks/{application}/{token}/messages/@original: what was answered, or the "thinking…". Within 15 minutes.</summary>
    Task<Message> GetResponseAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>PATCH /webhooks/{application}/{token}/messages/@original. Within 15 minutes.</summary>
    Task<Message> EditResponseAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>DELETE /webhooks/{application}/{token}/messages/@original: the answer, or the "thinking…". Within 15 minutes.</summary>
    Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>
    /// POST /webhooks/{application}/{token}: a further message. Within 15 minutes. While the answer is "thinking…" Discord puts it in
    /// place of that, for whom that was shown to.
    /// </summary>
    Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);
}
