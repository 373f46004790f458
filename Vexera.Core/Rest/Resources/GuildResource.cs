using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IGuildResource"/>
internal sealed class GuildResource(RestClient client) : IGuildResource
{
    private static readonly RestRoute GetGuild = new(HttpMethod.Get, "/guilds/{guild}");
    private static readonly RestRoute GetChannels = new(HttpMethod.Get, "/guilds/{guild}/channels");
    private static readonly RestRoute GetActiveThreads = new(HttpMethod.Get, "/guilds/{guild}/threads/active");
    private static readonly RestRoute GetMember = new(HttpMethod.Get, "/guilds/{guild}/members/{user}");
    private static readonly RestRoute SearchMembers = new(HttpMethod.Get, "/guilds/{guild}/members/search");

    public Task<Guild> GetAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        client.SendAsync(GetGuild.To(guildId), DiscordJson.Default.Guild, cancellationToken);

    public Task<IReadOnlyList<Channel>> GetChannelsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        client.SendAsync(GetChannels.To(guildId), DiscordJson.Default.IReadOnlyListChannel, cancellationToken);

    public async Task<IReadOnlyList<Channel>> GetActiveThreadsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        (await client.SendAsync(GetActiveThreads.To(guildId), RestJson.Default.ActiveThreads, cancellationToken)).Threads;

    public Task<Member> GetMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken) =>
        client.SendAsync(GetMember.To(guildId, userId), DiscordJson.Default.Member, cancellationToken);

    public Task<IReadOnlyList<Member>> SearchMembersAsync(
        Snowflake guildId, string query, int limit, CancellationToken cancellationToken) =>
        client.SendAsync(
            SearchMembers.To(guildId).WithQuery($"query={Uri.EscapeDataString(query)}&limit={limit}"),
            DiscordJson.Default.IReadOnlyListMember,
            cancellationToken);
}
