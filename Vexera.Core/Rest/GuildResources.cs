using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Rest;

/// <summary>
/// Guilds, their members and bans. A change is sent again when Discord failed or did not answer; where Discord tells a second
/// time from the first, "there is no such ban" after such a repetition counts as done. So an answer that is a refusal means that
/// nothing was done, and <see cref="DiscordUnreachableException"/> that nobody knows.
/// Source: https://discord.com/developers/docs/resources/guild.
/// </summary>
internal interface IGuildResource
{
    /// <summary>GET /guilds/{id}: the guild with its roles, without channels.</summary>
    Task<Guild> GetAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>GET /guilds/{id}/channels: without threads.</summary>
    Task<IReadOnlyList<Channel>> GetChannelsAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>GET /guilds/{id}/threads/active: the threads that are open and that the bot can see.</summary>
    Task<IReadOnlyList<Channel>> GetActiveThreadsAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>GET /guilds/{id}/members/{id}. Error 10007 for somebody who is not a member, 10013 for no account.</summary>
    Task<Member> GetMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken);

    /// <summary>GET /guilds/{id}/members/search: members whose username, display name or name in the guild starts with a text.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="query">The text, at least one character; upper and lower case are the same.</param>
    /// <param name="limit">1 to 1000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Member>> SearchMembersAsync(Snowflake guildId, string query, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// PATCH /guilds/{id}/members/{id}: times a member out, changes until when, or ends it. Needs Moderate Members and a higher
    /// role than the member's; an administrator cannot be timed out (error 50013). Safe to repeat.
    /// </summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="userId">The member; error 10007 when it is none.</param>
    /// <param name="until">At most 28 days from now; null ends it.</param>
    /// <param name="reason">For the audit log: any text, cut at 512 characters; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task TimeOutMemberAsync(Snowflake guildId, Snowflake userId, DateTimeOffset? until, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// PATCH /guilds/{id}/members/{id}: puts a member out of voice. Needs Move Members. Error 40032 for one that is in no voice channel.
    /// </summary>
    /// <inheritdoc cref="TimeOutMemberAsync" path="/param"/>
    Task DisconnectMemberAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken);

    /// <summary>PATCH /guilds/{id}/members/{id}: gives a member these roles and no other. Needs Manage Roles and a higher role. Safe to repeat.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="userId">The member.</param>
    /// <param name="roleIds">All its roles from now on, without @everyone.</param>
    /// <param name="reason">For the audit log: any text, cut at 512 characters; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task SetMemberRolesAsync(
        Snowflake guildId, Snowflake userId, IReadOnlyList<Snowflake> roleIds, string? reason, CancellationToken cancellationToken);

    /// <summary>DELETE /guilds/{id}/members/{id}: kicks. Needs Kick Members and a higher role. Error 10007 for one that is no member.</summary>
    /// <inheritdoc cref="TimeOutMemberAsync" path="/param"/>
    Task KickMemberAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken);

    /// <summary>GET /guilds/{id}/bans/{id}. Error 10026 when there is none. Needs Ban Members.</summary>
    Task<Ban> GetBanAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken);

    /// <summary>GET /guilds/{id}/bans: a page by id of user. Needs Ban Members.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="after">Where the page before ended; none for the first.</param>
    /// <param name="limit">1 to 1000; fewer come back only from the last page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Ban>> GetBansAsync(Snowflake guildId, Snowflake after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// PUT /guilds/{id}/bans/{id}: bans an account, a member or not. Needs Ban Members and a higher role than a member's. Safe to
    /// repeat: banning somebody who is banned succeeds, changes nothing and is not in the audit log.
    /// </summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="userId">The account; error 10013 when there is none.</param>
    /// <param name="deleteMessages">How far back its messages are deleted: 0 to 7 days.</param>
    /// <param name="reason">For the audit log: any text, cut at 512 characters; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task BanAsync(Snowflake guildId, Snowflake userId, TimeSpan deleteMessages, string? reason, CancellationToken cancellationToken);

    /// <summary>DELETE /guilds/{id}/bans/{id}: lifts a ban. Error 10026 when there is none. Needs Ban Members.</summary>
    /// <inheritdoc cref="TimeOutMemberAsync" path="/param"/>
    Task UnbanAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken);
}

/// <summary>Source: https://discord.com/developers/docs/resources/audit-log.</summary>
internal interface IAuditLogResource
{
    /// <summary>
    /// GET /guilds/{id}/audit-logs: who did what, newest first; after an entry, oldest first. Discord keeps 45 days. Needs View
    /// Audit Log (error 50013).
    /// </summary>
    Task<IReadOnlyList<AuditLogEntry>> GetAsync(Snowflake guildId, AuditLogQuery query, CancellationToken cancellationToken);
}

/// <summary>Which entries of an audit log are wanted; what is null does not matter.</summary>
internal sealed record AuditLogQuery
{
    /// <summary>Who did it.</summary>
    public Snowflake? UserId { get; init; }

    /// <summary>To whom or what.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>What was done.</summary>
    public AuditLogAction? Action { get; init; }

    /// <summary>Only entries older than this one.</summary>
    public Snowflake? Before { get; init; }

    /// <summary>Only entries newer than this one, the oldest first.</summary>
    public Snowflake? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 100;
}
