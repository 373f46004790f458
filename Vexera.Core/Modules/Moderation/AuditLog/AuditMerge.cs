using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Core.State;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>
/// Makes cases of what moderators, and other bots, do in Discord's own menus. An entry of the audit log becomes one case, however
/// often it is seen. In the target's turn, so that what the bot itself is doing to them has become a case before. Every method
/// throws <see cref="StorageException"/> when the database cannot be used.
/// </summary>
internal sealed class AuditMerge(
    TargetLocks locks,
    CaseStore cases,
    CaseLedger ledger,
    IntentStore intents,
    AuditNames names,
    IDiscordRest rest,
    ISelf self,
    IModuleSwitches switches,
    IDiscordClock clock,
    TimeProvider time)
{
    // How far apart the event of a ban and its entry in the audit log can be.
    private static readonly TimeSpan SameMoment = TimeSpan.FromMinutes(1);

    /// <summary>An entry of the audit log, from the gateway or looked up.</summary>
    public async Task ApplyAsync(Snowflake guildId, AuditLogEntry entry, CancellationToken cancellationToken)
    {
        await self.WaitUntilKnownAsync(cancellationToken);
        if (AuditDecision.Of(entry, self.User!.Id) is not { } action || !IsWanted(action.Type)
            || await cases.FindByAuditEntryAsync(guildId, entry.Id, cancellationToken) is not null)
        {
            return;
        }

        var draft = new CaseDraft
        {
            GuildId = guildId,
            Type = action.Type,
            TargetId = action.TargetId,
            TargetName = await names.OfAsync(action.TargetId, cancellationToken),
            ModeratorId = action.ModeratorId,
            ModeratorName = await names.OfAsync(action.ModeratorId, cancellationToken),
            Reason = entry.Reason,
            CreatedAt = entry.Id.CreatedAt - clock.Ahead,
            EndsAt = action.EndsAt - clock.Ahead,
            AuditEntryId = entry.Id,
        };
        using var turn = await locks.EnterAsync(guildId, action.TargetId, cancellationToken);
        if (await IsNewsAsync(draft, action, cancellationToken))
            await ledger.RecordAsync(draft, cancellationToken);
    }

    /// <summary>Somebody was banned, where the bot may not read the audit log: a case without a moderator, unless it was the bot.</summary>
    /// <exception cref="DiscordRestException">The ban cannot be read.</exception>
    /// <exception cref="DiscordUnreachableException">Likewise.</exception>
    public async Task BannedAsync(Snowflake guildId, User user, CancellationToken cancellationToken)
    {
        using var turn = await locks.EnterAsync(guildId, user.Id, cancellationToken);
        if (!IsWanted(CaseType.Ban)
            || await intents.FindAsync(guildId, user.Id, cancellationToken) is not null
            || await cases.FindPunishmentAsync(guildId, user.Id, PunishmentKind.Ban, cancellationToken) is not null
            || await FindBanAsync(guildId, user.Id, cancellationToken) is not { } ban)
        {
            return;
        }

        await ledger.RecordAsync(DraftOf(guildId, user, CaseType.Ban) with { Reason = ban.Reason }, cancellationToken);
    }

    /// <summary>A ban was lifted, where the bot may not read the audit log: closes its case, unless it was the bot who lifted it.</summary>
    /// <inheritdoc cref="BannedAsync" path="/exception"/>
    public async Task UnbannedAsync(Snowflake guildId, User user, CancellationToken cancellationToken)
    {
        using var turn = await locks.EnterAsync(guildId, user.Id, cancellationToken);
        if (await intents.FindAsync(guildId, user.Id, cancellationToken) is null
            && await cases.FindPunishmentAsync(guildId, user.Id, PunishmentKind.Ban, cancellationToken) is not null
            && await FindBanAsync(guildId, user.Id, cancellationToken) is null)
        {
            await ledger.RecordAsync(DraftOf(guildId, user, CaseType.Unban), cancellationToken);
        }
    }

    /// <summary>Closes the case of a ban that Discord does not have any more; whoever lifted it is not known.</summary>
    /// <inheritdoc cref="BannedAsync" path="/exception"/>
    public async Task CompareAsync(Punishment ban, CancellationToken cancellationToken)
    {
        using var turn = await locks.EnterAsync(ban.GuildId, ban.UserId, cancellationToken);
        if (await intents.FindAsync(ban.GuildId, ban.UserId, cancellationToken) is null
            && await FindBanAsync(ban.GuildId, ban.UserId, cancellationToken) is null)
        {
            await ledger.EndAsync(ban, CaseEnding.Lifted, null, cancellationToken);
        }
    }

    /// <summary>The ban as Discord has it now; null for none.</summary>
    /// <inheritdoc cref="BannedAsync" path="/exception"/>
    public async Task<Ban?> FindBanAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.Guilds.GetBanAsync(guildId, userId, cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownBan)
        {
            return null;
        }
    }

    // With the module off nothing is recorded, but what is lifted is not held any longer.
    private bool IsWanted(CaseType type) => PunishmentRules.Lifts(type) is not null || switches.IsOn(ModerationModule.ModuleName);

    private async Task<bool> IsNewsAsync(CaseDraft draft, AuditedAction action, CancellationToken cancellationToken)
    {
        if (!action.LiftsSomething
            && await cases.FindPunishmentAsync(draft.GuildId, draft.TargetId, PunishmentKind.Mute, cancellationToken) is null)
        {
            return false;
        }

        // The event of the same ban was there first, when the bot could not read the audit log.
        var last = await cases.ListAsync(draft.GuildId, draft.TargetId, 0, 1, cancellationToken);
        return !(last is [{ ModeratorId: null, AuditEntryId: null } before]
            && before.Type == draft.Type
            && (before.CreatedAt - draft.CreatedAt!.Value).Duration() < SameMoment);
    }

    private CaseDraft DraftOf(Snowflake guildId, User user, CaseType type) => new()
    {
        GuildId = guildId,
        Type = type,
        TargetId = user.Id,
        TargetName = user.Username,
        CreatedAt = time.GetUtcNow(),
    };
}
