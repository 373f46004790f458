using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>GUILD_ROLE_CREATE: a role was made.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Role">The role.</param>
internal sealed record GuildRoleCreateEvent(Snowflake GuildId, Role Role);

/// <summary>GUILD_ROLE_UPDATE: a role changed.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Role">The role as it is now.</param>
internal sealed record GuildRoleUpdateEvent(Snowflake GuildId, Role Role);

/// <summary>GUILD_ROLE_DELETE: a role was deleted.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="RoleId">The role.</param>
internal sealed record GuildRoleDeleteEvent(Snowflake GuildId, Snowflake RoleId);
