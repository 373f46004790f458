using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State.Updates;

/// <summary>What role events make of a guild's state. Overwrites that name a deleted role are mended by events of their own.</summary>
internal static class RoleUpdates
{
    /// <summary>GUILD_ROLE_CREATE and GUILD_ROLE_UPDATE.</summary>
    public static GuildState Put(GuildState before, Role role) => before with { Roles = before.Roles.SetItem(role.Id, role) };

    /// <summary>GUILD_ROLE_DELETE: the bot has it no more either; no event of its own says so.</summary>
    public static GuildState Remove(GuildState before, Snowflake roleId) => before with
    {
        Roles = before.Roles.Remove(roleId),
        Self = before.Self is { } self && self.Roles.Contains(roleId)
            ? self with { Roles = [.. self.Roles.Where(role => role != roleId)] }
            : before.Self,
    };
}
