using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>
/// What the mod log is to show. Which cases share a message is written down before it is posted, so that after a kill the same
/// message is posted again, under the same nonce. Every method throws <see cref="StorageException"/> when the database cannot be used.
/// </summary>
internal sealed class ModLogStore(IDatabase database)
{
    /// <summary>How many cases share a message at most: as many as a message holds embeds.</summary>
    public const int MostShared = 10;

    /// <summary>The next message to post or bring up to date, in the order of the cases; null when all is shown.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="channelId">Where new cases go.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ModLogGroup?> NextAsync(Snowflake guildId, Snowflake channelId, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            var (number, group) = await connection.QuerySingleOrDefaultAsync<(long Number, long? First)>(
                "SELECT number, log_group FROM moderation_cases WHERE guild_id = @guildId AND log_due > 0 ORDER BY number LIMIT 1", new { guildId });
            if (number == 0)
                return null;
            if (group is null)
                await BeginAsync(connection, guildId, number, channelId);
            return await ReadAsync(connection, guildId, group ?? number);
        },
        cancellationToken);

    /// <summary>A message shows its cases as they were read.</summary>
    public Task ShownAsync(Snowflake guildId, ModLogGroup group, Snowflake messageId, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            await connection.ExecuteAsync(
                "UPDATE moderation_cases SET log_message_id = @messageId WHERE guild_id = @guildId AND log_group = @first",
                new { guildId, first = group.First, messageId });
            // What changed meanwhile stays due.
            return await connection.ExecuteAsync(
                "UPDATE moderation_cases SET log_due = 0 WHERE guild_id = @guildId AND number = @number AND log_due = @due",
                group.Cases.Select((one, i) => new { guildId, number = one.Number, due = group.Due[i] }));
        },
        cancellationToken);

    /// <summary>A message cannot be brought up to date: its cases are let be until they change again.</summary>
    public Task DropAsync(Snowflake guildId, ModLogGroup group, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            "UPDATE moderation_cases SET log_due = 0 WHERE guild_id = @guildId AND log_group = @first", new { guildId, first = group.First }),
        cancellationToken);

    /// <summary>A message was begun for a channel that is not the mod log's any more: it is begun anew.</summary>
    public Task BeginAgainAsync(Snowflake guildId, ModLogGroup group, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            "UPDATE moderation_cases SET log_group = NULL WHERE guild_id = @guildId AND log_group = @first AND log_message_id IS NULL",
            new { guildId, first = group.First }),
        cancellationToken);

    /// <summary>What there is by now and was never shown is let be: the mod log begins with the next case.</summary>
    public Task BeginAfreshAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => BeginAfreshAsync(connection, guildId), cancellationToken);

    /// <summary>The same within a transaction that the caller has open.</summary>
    public static Task<int> BeginAfreshAsync(DbConnection connection, Snowflake guildId) => connection.ExecuteAsync(
        "UPDATE moderation_cases SET log_due = 0 WHERE guild_id = @guildId AND log_due > 0 AND log_message_id IS NULL", new { guildId });

    /// <summary>The guilds that have a mod log, and something that it does not show yet.</summary>
    public async Task<IReadOnlyList<Snowflake>> ListWaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<Snowflake>(
            """
            SELECT guild_id FROM guild_settings WHERE name = @modlog AND (
                EXISTS (SELECT 1 FROM moderation_cases one WHERE one.guild_id = guild_settings.guild_id AND one.log_due > 0)
                OR EXISTS (SELECT 1 FROM moderation_punishments one WHERE one.guild_id = guild_settings.guild_id AND one.alerted = 1))
            """,
            new { modlog = ModLogChannel.Setting })];
    }

    /// <summary>A ban or mute that the bot may not end or renew, of which nothing was said yet; null for none.</summary>
    public async Task<Punishment?> NextStuckAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await PunishmentRow.FindAlertedAsync(connection, guildId);
    }

    /// <summary>It was said.</summary>
    public Task SaidStuckAsync(Punishment punishment, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => PunishmentRow.SaidAsync(connection, punishment), cancellationToken);

    private static Task<int> BeginAsync(DbConnection connection, Snowflake guildId, long first, Snowflake channelId) => connection.ExecuteAsync(
        """
        UPDATE moderation_cases SET log_group = @first, log_channel_id = @channelId WHERE guild_id = @guildId AND number IN (
            SELECT number FROM moderation_cases
            WHERE guild_id = @guildId AND log_due > 0 AND log_group IS NULL AND number >= @first ORDER BY number LIMIT @most)
        """,
        new { guildId, first, channelId, most = MostShared });

    private static async Task<ModLogGroup> ReadAsync(DbConnection connection, Snowflake guildId, long first)
    {
        var cases = await connection.QueryAsync<CaseRow>(
            $"SELECT {CaseRow.Columns} FROM moderation_cases WHERE guild_id = @guildId AND log_group = @first ORDER BY number", new { guildId, first });
        var due = await connection.QueryAsync<long>(
            "SELECT log_due FROM moderation_cases WHERE guild_id = @guildId AND log_group = @first ORDER BY number", new { guildId, first });
        return new ModLogGroup(first, [.. cases.Select(row => row.ToCase())], [.. due]);
    }
}
