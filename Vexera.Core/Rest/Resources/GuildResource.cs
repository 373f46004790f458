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
    private static readonly RestRoute EditMember = new(HttpMethod.Patch, "/guilds/{guild}/members/{user}");
    private static readonly RestRoute RemoveMember = new(HttpMethod.Delete, "/guilds/{guild}/members/{user}");
    private static readonly RestRoute GetBan = new(HttpMethod.Get, "/guilds/{guild}/bans/{user}");
    private static readonly RestRoute GetBans = new(HttpMethod.Get, "/guilds/{guild}/bans");
    private static readonly RestRoute CreateBan = new(HttpMethod.Put, "/guilds/{guild}/bans/{user}");
    private static readonly RestRoute RemoveBan = new(HttpMethod.Delete, "/guilds/{guild}/bans/{user}");

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

    public Task TimeOutMemberAsync(
        Snowflake guildId, Snowflake userId, DateTimeOffset? until, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(
            EditMember.To(guildId, userId).WithJson(new TimeoutBody(until?.ToUniversalTime()), RestJson.Default.TimeoutBody) with { Reason = reason },
            cancellationToken);

    public Task DisconnectMemberAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(
            EditMember.To(guildId, userId).WithJson(new VoiceBody(null), RestJson.Default.VoiceBody) with
            {
                Reason = reason,
                DoneBefore = DiscordErrorCodes.NotInVoice,
            },
            cancellationToken);

    public Task SetMemberRolesAsync(
        Snowflake guildId, Snowflake userId, IReadOnlyList<Snowflake> roleIds, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(
            EditMember.To(guildId, userId).WithJson(new RolesBody(roleIds), RestJson.Default.RolesBody) with { Reason = reason },
            cancellationToken);

    public Task KickMemberAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(
            RemoveMember.To(guildId, userId) with { Reason = reason, DoneBefore = DiscordErrorCodes.UnknownMember }, cancellationToken);

    public Task<Ban> GetBanAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken) =>
        client.SendAsync(GetBan.To(guildId, userId), RestJson.Default.Ban, cancellationToken);

    public Task<IReadOnlyList<Ban>> GetBansAsync(Snowflake guildId, Snowflake after, int limit, CancellationToken cancellationToken) =>
        client.SendAsync(
            GetBans.To(guildId).WithQuery($"after={after}&limit={limit}"), RestJson.Default.IReadOnlyListBan, cancellationToken);

    public Task BanAsync(Snowflake guildId, Snowflake userId, TimeSpan deleteMessages, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(
            CreateBan.To(guildId, userId).WithJson(new BanBody((int)deleteMessages.TotalSeconds), RestJson.Default.BanBody) with { Reason = reason },
            cancellationToken);

    public Task UnbanAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken) =>
        client.SendAsync(
            RemoveBan.To(guildId, userId).WithJson(new UnbanBody(), RestJson.Default.UnbanBody) with
            {
                Reason = reason,
                DoneBefore = DiscordErrorCodes.UnknownBan,
            },
            cancellationToken);
}
