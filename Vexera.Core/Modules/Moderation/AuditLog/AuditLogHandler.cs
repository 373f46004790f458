using System.Data.Common;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>
/// Hears what is done in Discord's own menus: from the audit log, or where the bot may not read that, from bans alone. What cannot
/// be written now is looked up later.
/// </summary>
internal sealed class AuditLogHandler(AuditMerge merge, AuditNames names, AuditAccess access, AuditCatchUp catchUp, ILogger<AuditLogHandler> logger)
    : IEventHandler<AuditLogEntryCreateEvent>, IEventHandler<GuildBanAddEvent>, IEventHandler<GuildBanRemoveEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<AuditLogEntryCreateEvent> context, CancellationToken cancellationToken)
    {
        var (guild, entry) = context.Event;
        try
        {
            await merge.ApplyAsync(guild, entry, cancellationToken);
        }
        catch (Exception e) when (e is StorageException or DbException or OperationCanceledException)
        {
            AuditLogLog.NotMerged(logger, e, guild);
            catchUp.Note(guild, new Snowflake(entry.Id.Value - 1));
        }
    }

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<GuildBanAddEvent> context, CancellationToken cancellationToken)
    {
        var (guild, user) = context.Event;
        names.Learn(user);
        if (!access.ReadsAuditLog(context.After))
            await TryAsync(guild, merge.BannedAsync(guild, user, cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<GuildBanRemoveEvent> context, CancellationToken cancellationToken)
    {
        var (guild, user) = context.Event;
        names.Learn(user);
        if (!access.ReadsAuditLog(context.After))
            await TryAsync(guild, merge.UnbannedAsync(guild, user, cancellationToken));
    }

    private async Task TryAsync(Snowflake guild, Task merging)
    {
        try
        {
            await merging;
        }
        catch (Exception e) when (e is StorageException or DbException or DiscordRestException or DiscordUnreachableException)
        {
            AuditLogLog.NotMerged(logger, e, guild);
            catchUp.Note(guild);
        }
    }
}
