using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State.Updates;

/// <summary>What guild events make of a guild's state.</summary>
internal static class GuildUpdates
{
    /// <summary>GUILD_CREATE: everything anew. Without the bot's membership in it the one known before stays.</summary>
    public static GuildState Create(Guild guild, Snowflake? self, GuildState? before) => new()
    {
        Id = guild.Id,
        Name = guild.Name,
        OwnerId = guild.OwnerId,
        SystemChannelId = guild.SystemChannelId,
        PreferredLocale = guild.PreferredLocale,
        JoinedAt = guild.JoinedAt ?? before?.JoinedAt,
        MemberCount = guild.MemberCount ?? before?.MemberCount ?? 0,
        Roles = RolesOf(guild),
        Channels = ChannelsOf(guild.Channels.Concat(guild.Threads)),
        Self = guild.Members.FirstOrDefault(member => member.User is { } user && user.Id == self) ?? before?.Self,
    };

    /// <summary>Whether GUILD_CREATE tells everything, so that nothing need be taken from the state before.</summary>
    public static bool IsWhole(Guild guild, Snowflake? self) =>
        guild is { JoinedAt: not null, MemberCount: not null } && guild.Members.Any(member => member.User is { } user && user.Id == self);

    /// <summary>GUILD_UPDATE: settings and roles; channels and membership are not in it.</summary>
    public static GuildState Update(GuildState before, Guild guild) => before with
    {
        Name = guild.Name,
        OwnerId = guild.OwnerId,
        SystemChannelId = guild.SystemChannelId,
        PreferredLocale = guild.PreferredLocale,
        Roles = guild.Roles.Count == 0 ? before.Roles : RolesOf(guild),
    };

    /// <summary>What Discord's HTTP API told.</summary>
    public static GuildState Create(GuildSnapshot snapshot, int memberCount, bool available) => new()
    {
        Id = snapshot.Guild.Id,
        Name = snapshot.Guild.Name,
        OwnerId = snapshot.Guild.OwnerId,
        SystemChannelId = snapshot.Guild.SystemChannelId,
        PreferredLocale = snapshot.Guild.PreferredLocale,
        JoinedAt = snapshot.Self.JoinedAt,
        MemberCount = memberCount,
        Available = available,
        Roles = RolesOf(snapshot.Guild),
        Channels = ChannelsOf(snapshot.Channels),
        Self = snapshot.Self,
    };

    private static SnowflakeMap<Role> RolesOf(Guild guild) => SnowflakeMap<Role>.From(guild.Roles, static role => role.Id);

    private static SnowflakeMap<Channel> ChannelsOf(IEnumerable<Channel> channels) =>
        SnowflakeMap<Channel>.From(channels.Select(ChannelUpdates.Stored), static channel => channel.Id);
}
