using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Discord.Permissions;

/// <summary>
/// Discord's permission arithmetic. Source: https://discord.com/developers/docs/topics/permissions#permission-overwrites
/// and #implicit-permissions, #permissions-for-timed-out-members.
/// </summary>
public static class PermissionCalculator
{
    /// <summary>Every bit that can be held.</summary>
    public const Permission All = (Permission)ulong.MaxValue;

    private const Permission KeptInTimeout = Permission.ViewChannel | Permission.ReadMessageHistory;

    private const Permission NeedsSending = Permission.MentionEveryone | Permission.SendTtsMessages
        | Permission.AttachFiles | Permission.EmbedLinks;

    /// <summary>What a member may do in the guild as a whole.</summary>
    /// <param name="guildId">The guild, which is also the id of @everyone.</param>
    /// <param name="ownerId">The guild's owner, who may do everything.</param>
    /// <param name="userId">The member.</param>
    /// <param name="memberRoles">The member's roles, with or without @everyone; unknown ones count as nothing.</param>
    /// <param name="roles">Finds a role's permissions; null for a role that does not exist.</param>
    /// <param name="timedOut">Whether the member is timed out now.</param>
    public static Permission InGuild(
        Snowflake guildId,
        Snowflake ownerId,
        Snowflake userId,
        IReadOnlyList<Snowflake> memberRoles,
        Func<Snowflake, Permission?> roles,
        bool timedOut = false)
    {
        ArgumentNullException.ThrowIfNull(memberRoles);
        ArgumentNullException.ThrowIfNull(roles);
        if (userId == ownerId)
            return All;
        var granted = roles(guildId) ?? Permission.None;
        for (var i = 0; i < memberRoles.Count; i++)
            granted |= roles(memberRoles[i]) ?? Permission.None;
        if (granted.HasFlag(Permission.Administrator))
            return All;
        return timedOut ? granted & KeptInTimeout : granted;
    }

    /// <summary>What a member may do in one channel.</summary>
    /// <param name="inGuild">The result of <see cref="InGuild"/> without the timeout applied.</param>
    /// <param name="guildId">The guild, which is also the id of @everyone.</param>
    /// <param name="userId">The member.</param>
    /// <param name="memberRoles">The member's roles.</param>
    /// <param name="overwrites">The channel's overwrites; for a thread those of its parent.</param>
    /// <param name="timedOut">Whether the member is timed out now.</param>
    /// <param name="isThread">Whether it is a thread, where another permission is needed to write.</param>
    public static Permission InChannel(
        Permission inGuild,
        Snowflake guildId,
        Snowflake userId,
        IReadOnlyList<Snowflake> memberRoles,
        IReadOnlyList<Overwrite> overwrites,
        bool timedOut = false,
        bool isThread = false)
    {
        ArgumentNullException.ThrowIfNull(memberRoles);
        ArgumentNullException.ThrowIfNull(overwrites);
        if (inGuild.HasFlag(Permission.Administrator))
            return All;

        Permission everyoneAllow = 0, everyoneDeny = 0, rolesAllow = 0, rolesDeny = 0, memberAllow = 0, memberDeny = 0;
        for (var i = 0; i < overwrites.Count; i++)
        {
            var overwrite = overwrites[i];
            if (overwrite.Type == OverwriteType.Member && overwrite.Id == userId)
                (memberAllow, memberDeny) = (overwrite.Allow, overwrite.Deny);
            else if (overwrite.Type == OverwriteType.Role && overwrite.Id == guildId)
                (everyoneAllow, everyoneDeny) = (overwrite.Allow, overwrite.Deny);
            else if (overwrite.Type == OverwriteType.Role && Contains(memberRoles, overwrite.Id))
                (rolesAllow, rolesDeny) = (rolesAllow | overwrite.Allow, rolesDeny | overwrite.Deny);
        }

        var granted = (inGuild & ~everyoneDeny) | everyoneAllow;
        granted = (granted & ~rolesDeny) | rolesAllow;
        granted = (granted & ~memberDeny) | memberAllow;
        if (timedOut)
            granted &= KeptInTimeout;
        if (!granted.HasFlag(Permission.ViewChannel))
            return Permission.None;
        var sending = isThread ? Permission.SendMessagesInThreads : Permission.SendMessages;
        return granted.HasFlag(sending) ? granted : granted & ~NeedsSending;
    }

    private static bool Contains(IReadOnlyList<Snowflake> ids, Snowflake id)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i] == id)
                return true;
        }

        return false;
    }
}
