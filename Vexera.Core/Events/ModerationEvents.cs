using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>GUILD_BAN_ADD: somebody was banned. Needs the GuildModeration intent, and Ban Members in the guild.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="User">Who is banned.</param>
internal sealed record GuildBanAddEvent(Snowflake GuildId, User User);

/// <summary>GUILD_BAN_REMOVE: a ban was lifted. Needs the GuildModeration intent, and Ban Members in the guild.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="User">Whose ban it was.</param>
internal sealed record GuildBanRemoveEvent(Snowflake GuildId, User User);

/// <summary>
/// GUILD_AUDIT_LOG_ENTRY_CREATE: somebody did something that the audit log keeps. Needs the GuildModeration intent, and View Audit
/// Log in the guild. Comes after, before or between the events of what was done.
/// </summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Entry">Who did what to whom, and why.</param>
internal sealed record AuditLogEntryCreateEvent(Snowflake GuildId, AuditLogEntry Entry);
