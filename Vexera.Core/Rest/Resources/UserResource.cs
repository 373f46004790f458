using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IUserResource"/>
internal sealed class UserResource(RestClient client) : IUserResource
{
    private static readonly RestRoute GetCurrent = new(HttpMethod.Get, "/users/@me");
    private static readonly RestRoute GetUser = new(HttpMethod.Get, "/users/{user}");
    private static readonly RestRoute GetCurrentGuilds = new(HttpMethod.Get, "/users/@me/guilds");
    private static readonly RestRoute CreateDm = new(HttpMethod.Post, "/users/@me/channels");

    public Task<User> GetCurrentAsync(CancellationToken cancellationToken) =>
        client.SendAsync(GetCurrent.To(), DiscordJson.Default.User, cancellationToken);

    public Task<User> GetAsync(Snowflake userId, CancellationToken cancellationToken) =>
        client.SendAsync(GetUser.To(userId), DiscordJson.Default.User, cancellationToken);

    public Task<IReadOnlyList<CurrentGuild>> GetCurrentGuildsAsync(Snowflake after, int limit, CancellationToken cancellationToken) =>
        client.SendAsync(
            GetCurrentGuilds.To().WithQuery($"after={after}&limit={limit}"), RestJson.Default.IReadOnlyListCurrentGuild, cancellationToken);

    public Task<Channel> CreateDmAsync(Snowflake userId, CancellationToken cancellationToken) =>
        client.SendAsync(
            CreateDm.To().WithJson(new RecipientBody(userId), RestJson.Default.RecipientBody) with { Repeatable = true },
            DiscordJson.Default.Channel,
            cancellationToken);
}
