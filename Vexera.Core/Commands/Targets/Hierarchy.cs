using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Targets;

/// <summary>
/// Who stands above whom in a guild: the owner above all, others by their highest role. Of two roles the one in the higher place
/// counts more, in the same place the older; @everyone counts least.
/// Source: https://discord.com/developers/docs/topics/permissions#permission-hierarchy.
/// </summary>
internal static class Hierarchy
{
    /// <summary>The highest of a member's roles; null when @everyone is the only one. Roles that are gone count as none.</summary>
    public static Role? HighestRole(GuildState guild, IReadOnlyList<Snowflake> roleIds)
    {
        Role? highest = null;
        foreach (var id in roleIds)
        {
            if (id != guild.Id && guild.Roles.TryGetValue(id, out var role) && IsAbove(role, highest))
                highest = role;
        }

        return highest;
    }

    /// <summary>Whether a role counts more than another; null is @everyone.</summary>
    public static bool IsAbove(Role? role, Role? other) => role is not null
        && (other is null || role.Position > other.Position || (role.Position == other.Position && role.Id.CompareTo(other.Id) < 0));

    /// <summary>Whether somebody may act on somebody else: never on the owner, and only downwards.</summary>
    public static bool MayActOn(
        GuildState guild, Snowflake actor, IReadOnlyList<Snowflake> actorRoles, Snowflake target, IReadOnlyList<Snowflake> targetRoles) =>
        target != guild.OwnerId
        && (actor == guild.OwnerId || IsAbove(HighestRole(guild, actorRoles), HighestRole(guild, targetRoles)));

    /// <summary>Whether somebody may give, take or configure a role: the owner any, others those below their highest.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="actor">Who.</param>
    /// <param name="actorRoles">Their roles.</param>
    /// <param name="role">A role that is not @everyone.</param>
    public static bool MayManage(GuildState guild, Snowflake actor, IReadOnlyList<Snowflake> actorRoles, Role role) =>
        actor == guild.OwnerId || IsAbove(HighestRole(guild, actorRoles), role);
}
