using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>What of a guild's moderation the bot may see.</summary>
internal sealed class AuditAccess(ISelf self, TimeProvider time)
{
    /// <summary>Whether the bot may read the audit log; yes where its own roles are not known.</summary>
    public bool ReadsAuditLog(GuildState? guild) => Has(guild, Permission.ViewAuditLog);

    /// <summary>Whether the bot may read bans; yes where its own roles are not known.</summary>
    public bool ReadsBans(GuildState? guild) => Has(guild, Permission.BanMembers);

    private bool Has(GuildState? guild, Permission permission) =>
        guild?.Self is not { } member || self.User is not { } bot || guild.PermissionsOf(bot.Id, member, time.GetUtcNow()).HasFlag(permission);
}
