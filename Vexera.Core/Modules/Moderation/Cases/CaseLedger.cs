using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Modules.Moderation.Escalation;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>
/// Writes cases. Each method is one transaction: the number, the case, who is punished now, and the end of the intent are written
/// together or not at all. Then those who watch are told. Every method throws <see cref="StorageException"/> when the database
/// cannot be used; nothing was written then.
/// </summary>
internal sealed class CaseLedger(IDatabase database, CaseFeed feed, ModerationWork work, EscalationCounter escalations, TimeProvider time)
{
    /// <summary>
    /// Writes a case for something that is done: by a moderator in Discord's own menus, or a warning, which needs no Discord. A ban
    /// or mute takes the place of the one before, whose case is closed; an unban or unmute closes the case that it lifts.
    /// </summary>
    public Task<CaseRecord> RecordAsync(CaseDraft draft, CancellationToken cancellationToken) => TellAsync(
        database.WriteAsync(connection => WriteAsync(connection, draft), cancellationToken));

    /// <summary>Writes the case of an intent that Discord has carried out, and removes the intent.</summary>
    public Task<CaseRecord> SettleAsync(Intent intent, CaseNotes notes, CancellationToken cancellationToken) => TellAsync(
        database.WriteAsync(
            async connection =>
            {
                await IntentRow.RemoveAsync(connection, intent.GuildId, intent.TargetId);
                await work.ForgetAsync(connection, intent);
                return await WriteAsync(connection, intent.ToDraft(notes));
            },
            cancellationToken));

    /// <summary>Ends a ban or mute, if the case that set it is still the one that holds.</summary>
    /// <param name="punishment">The ban or mute as it was read.</param>
    /// <param name="ending">Why it holds no longer.</param>
    /// <param name="by">Who lifted it, where that is known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The closed case; null when another case holds, or none.</returns>
    public async Task<Case?> EndAsync(Punishment punishment, CaseEnding ending, Snowflake? by, CancellationToken cancellationToken)
    {
        var closed = await database.WriteAsync(
            async connection =>
            {
                var now = await PunishmentRow.FindAsync(connection, punishment.GuildId, punishment.UserId, punishment.Kind);
                return now?.CaseNumber == punishment.CaseNumber ? await CloseAsync(connection, now, ending, by) : null;
            },
            cancellationToken);
        if (closed is not null)
            feed.Tell(CaseChangeKind.Closed, closed);
        return closed;
    }

    /// <summary>Gives a case another reason; null when there is none of that number, or a tombstone.</summary>
    public async Task<Case?> EditReasonAsync(Snowflake guildId, long number, string reason, CancellationToken cancellationToken)
    {
        var edited = await UpdateAsync(
            "reason = @reason", "deleted_at IS NULL", new { guildId, number, reason }, cancellationToken);
        if (edited is not null)
            feed.Tell(CaseChangeKind.Edited, edited);
        return edited;
    }

    /// <summary>
    /// Makes a case a tombstone: its number stays taken, its reason is gone. A ban or mute that it set holds on, to its end. Null
    /// when there is none of that number, or a tombstone already.
    /// </summary>
    public async Task<Case?> DeleteAsync(Snowflake guildId, long number, Snowflake by, CancellationToken cancellationToken)
    {
        var deleted = await UpdateAsync(
            "deleted_at = @now, deleted_by = @by, reason = NULL", "deleted_at IS NULL", new { guildId, number, by, now = time.GetUtcNow() }, cancellationToken);
        if (deleted is not null)
            feed.Tell(CaseChangeKind.Deleted, deleted);
        return deleted;
    }

    /// <summary>Writes down which message shows a case in the mod log.</summary>
    public Task SetLogMessageAsync(Snowflake guildId, long number, Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        UpdateAsync("log_channel_id = @channelId, log_message_id = @messageId", "1 = 1", new { guildId, number, channelId, messageId }, cancellationToken);

    /// <summary>Says, once for a case, that the bot may not end or renew its ban or mute.</summary>
    public async Task TellStuckAsync(Punishment punishment, CancellationToken cancellationToken)
    {
        var stuck = await database.WriteAsync(
            async connection => await PunishmentRow.AlertAsync(connection, punishment)
                ? await ReadAsync(connection, punishment.GuildId, punishment.CaseNumber)
                : null,
            cancellationToken);
        if (stuck is not null)
            feed.Tell(CaseChangeKind.Stuck, stuck);
    }

    private async Task<CaseRecord> TellAsync(Task<CaseRecord> writing)
    {
        var record = await writing;
        if (record.Closed is { } closed)
            feed.Tell(CaseChangeKind.Closed, closed);
        if (record.IsNew)
            feed.Tell(CaseChangeKind.Opened, record.Case);
        return record;
    }

    private async Task<CaseRecord> WriteAsync(DbConnection connection, CaseDraft draft)
    {
        if (await FindWrittenAsync(connection, draft) is { } before)
            return new CaseRecord(before, IsNew: false);
        var closed = await LiftAsync(connection, draft);
        var number = await CaseInsertion.InsertAsync(connection, draft, time.GetUtcNow());
        if (PunishmentRules.Sets(draft.Type) is { } kind)
        {
            var punishment = new Punishment(draft.GuildId, draft.TargetId, kind, number, draft.EndsAt);
            await PunishmentRow.SetAsync(connection, punishment);
            await work.SetAsync(connection, punishment);
        }

        var written = await ReadAsync(connection, draft.GuildId, number);
        return new CaseRecord(written, IsNew: true, closed) { Escalation = await escalations.CountAsync(connection, written) };
    }

    // What the new case lifts, or takes the place of.
    private async Task<Case?> LiftAsync(DbConnection connection, CaseDraft draft)
    {
        var (sets, lifts) = (PunishmentRules.Sets(draft.Type), PunishmentRules.Lifts(draft.Type));
        if ((sets ?? lifts) is not { } kind || await PunishmentRow.FindAsync(connection, draft.GuildId, draft.TargetId, kind) is not { } holds)
            return null;
        return await CloseAsync(connection, holds, sets is null ? CaseEnding.Lifted : CaseEnding.Replaced, draft.ModeratorId);
    }

    private async Task<Case> CloseAsync(DbConnection connection, Punishment punishment, CaseEnding ending, Snowflake? by)
    {
        await PunishmentRow.RemoveAsync(connection, punishment);
        await work.CancelAsync(connection, punishment);
        await connection.ExecuteAsync(
            """
            UPDATE moderation_cases SET closed_at = @now, closed_how = @how, closed_by = @by
            WHERE guild_id = @guildId AND number = @number AND closed_at IS NULL
            """,
            new { guildId = punishment.GuildId, number = punishment.CaseNumber, how = ending.ToString(), by = Column.Of(by), now = time.GetUtcNow() });
        return await ReadAsync(connection, punishment.GuildId, punishment.CaseNumber);
    }

    private static async Task<Case?> FindWrittenAsync(DbConnection connection, CaseDraft draft)
    {
        if (draft.AuditEntryId is null && draft.CauseId is null)
            return null;
        var row = await connection.QueryFirstOrDefaultAsync<CaseRow>(
            $"SELECT {CaseRow.Columns} FROM moderation_cases WHERE guild_id = @guildId AND (audit_entry_id = @entry OR cause_id = @cause)",
            new { guildId = draft.GuildId, entry = Column.Of(draft.AuditEntryId), cause = Column.Of(draft.CauseId) });
        return row?.ToCase();
    }

    private Task<Case?> UpdateAsync(string set, string where, object parameters, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<CaseRow>(
                $"UPDATE moderation_cases SET {set} WHERE guild_id = @guildId AND number = @number AND {where} RETURNING {CaseRow.Columns}",
                parameters);
            return row?.ToCase();
        },
        cancellationToken);

    private static async Task<Case> ReadAsync(DbConnection connection, Snowflake guildId, long number) =>
        (await connection.QuerySingleAsync<CaseRow>(
            $"SELECT {CaseRow.Columns} FROM moderation_cases WHERE guild_id = @guildId AND number = @number", new { guildId, number })).ToCase();
}
