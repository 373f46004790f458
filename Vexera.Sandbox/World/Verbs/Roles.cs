using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Roles of guilds and who wears them.</summary>
internal sealed class Roles(WorldState state, AuditLog audit)
{
    /// <summary>Adds a role at the bottom, above @everyone, as Discord does.</summary>
    public Role Create(ulong guildId, string name, Actor actor, Func<Role, Role>? draft = null)
    {
        lock (state.Gate)
        {
            var role = new Role(state.Ids.Next(), name) { Permissions = state.Guild(guildId).Everyone.Permissions, Position = 1 };
            role = draft?.Invoke(role) ?? role;
            state.Guilds.Change(guildId, guild => guild with { Roles = guild.Roles.Add(role.Id, role) });
            state.Publish(GuildEvents.RoleCreated(guildId, role));
            audit.Write(guildId, actor, AuditAction.RoleCreate, role.Id, AuditChanges.Between(null, role, RoleJson.Write));
            return role;
        }
    }

    public Role Update(ulong guildId, ulong roleId, Actor actor, Func<Role, Role> change)
    {
        lock (state.Gate)
        {
            var before = Get(guildId, roleId);
            var after = change(before);
            state.Guilds.Change(guildId, guild => guild with { Roles = guild.Roles.SetItem(roleId, after) });
            state.Publish(GuildEvents.RoleUpdated(guildId, after));
            audit.Write(guildId, actor, AuditAction.RoleUpdate, roleId, AuditChanges.Between(before, after, RoleJson.Write));
            return after;
        }
    }

    /// <summary>Takes the role from the guild and from everyone who wore it.</summary>
    public Role Delete(ulong guildId, ulong roleId, Actor actor)
    {
        lock (state.Gate)
        {
            var role = Get(guildId, roleId);
            var wearers = state.Guild(guildId).Members.Values.Where(member => member.Roles.Contains(roleId));
            state.Guilds.Change(guildId, guild => guild with
            {
                Roles = guild.Roles.Remove(roleId),
                Members = guild.Members.SetItems(wearers.Select(member =>
                    KeyValuePair.Create(member.User.Id, member with { Roles = member.Roles.Remove(roleId) }))),
            });
            state.Publish(GuildEvents.RoleDeleted(guildId, role));
            audit.Write(guildId, actor, AuditAction.RoleDelete, roleId, AuditChanges.Between(role, null, RoleJson.Write));
            return role;
        }
    }

    private Role Get(ulong guildId, ulong roleId) =>
        state.Guild(guildId).Roles.GetValueOrDefault(roleId) ?? throw WorldException.UnknownRole();
}
