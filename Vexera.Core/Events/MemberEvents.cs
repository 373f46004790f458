using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>GUILD_MEMBER_ADD: somebody joined. Needs the GuildMembers intent.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Member">The new membership with its user.</param>
internal sealed record GuildMemberAddEvent(Snowflake GuildId, Member Member);

/// <summary>GUILD_MEMBER_UPDATE: a membership changed. For others than the bot it needs the GuildMembers intent.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Member">The membership with its user as it is now.</param>
internal sealed record GuildMemberUpdateEvent(Snowflake GuildId, Member Member);

/// <summary>GUILD_MEMBER_REMOVE: somebody left, or was kicked or banned. Needs the GuildMembers intent.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="User">Who is gone.</param>
internal sealed record GuildMemberRemoveEvent(Snowflake GuildId, User User);
