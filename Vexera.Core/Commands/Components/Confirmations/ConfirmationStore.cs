using Dapper;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Scheduling;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Components.Confirmations;

/// <summary>Open and answered questions in the database, until they expire. Each method fails as <see cref="IDatabase"/> does.</summary>
/// <param name="database">The bot's database.</param>
/// <param name="schedule">Has each question looked at when it expires.</param>
internal sealed class ConfirmationStore(IDatabase database, ISchedule schedule)
{
    private const string Columns =
        """
        cause, command, payload, form, prefix, culture, channel_id AS ChannelId, expires_at AS ExpiresAt, answered_by AS AnsweredBy, done,
        message_id AS MessageId, application_id AS ApplicationId, token
        """;

    /// <summary>Keeps a question; one that is there already stays as it is.</summary>
    public Task AddAsync(ConfirmationRow row, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO confirmations (cause, command, payload, form, prefix, culture, channel_id, expires_at, done)
                VALUES (@Cause, @Command, @Payload, @Form, @Prefix, @Culture, @ChannelId, @ExpiresAt, 0)
                ON CONFLICT (cause) DO NOTHING
                """,
                new { row.Cause, row.Command, row.Payload, Form = (long)row.Form, row.Prefix, row.Culture, row.ChannelId, row.ExpiresAt });
            await schedule.ScheduleAsync(connection, new DueWork(ConfirmationExpiry.WorkKind, row.Cause.ToString(), row.ExpiresAt, ""));
        },
        cancellationToken);

    /// <summary>Notes where a question stands.</summary>
    public Task PlaceAsync(Snowflake cause, SentReply place, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            "UPDATE confirmations SET message_id = @MessageId, application_id = @ApplicationId, token = @Token WHERE cause = @cause",
            new { cause, place.MessageId, place.ApplicationId, place.Token }),
        cancellationToken);

    /// <summary>A question; null when there is none any more.</summary>
    public async Task<ConfirmationRow?> FindAsync(Snowflake cause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryFirstOrDefaultAsync<Record>($"SELECT {Columns} FROM confirmations WHERE cause = @cause", new { cause }))?.ToRow();
    }

    /// <summary>Answers a question, if it is open: of all answers one is the first.</summary>
    /// <param name="cause">The question.</param>
    /// <param name="interaction">The answer. Coming again, as after a crash, it is taken again until what it asked for has ended.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether this answer counts.</returns>
    public Task<bool> TryAnswerAsync(Snowflake cause, Snowflake interaction, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async connection => await connection.ExecuteAsync(
            """
            UPDATE confirmations SET answered_by = @interaction
            WHERE cause = @cause AND done = 0 AND (answered_by = @interaction OR (answered_by IS NULL AND expires_at > @now))
            """,
            new { cause, interaction, now }) > 0,
        cancellationToken);

    /// <summary>What the answer asked for has ended.</summary>
    public Task EndAsync(Snowflake cause, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync("UPDATE confirmations SET done = 1, token = NULL WHERE cause = @cause", new { cause }), cancellationToken);

    /// <summary>Forgets a question.</summary>
    public Task RemoveAsync(Snowflake cause, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync("DELETE FROM confirmations WHERE cause = @cause", new { cause }), cancellationToken);

    private sealed class Record
    {
        public Snowflake Cause { get; init; }

        public string Command { get; init; } = "";

        public string Payload { get; init; } = "";

        public long Form { get; init; }

        public string Prefix { get; init; } = "";

        public string Culture { get; init; } = "";

        public Snowflake ChannelId { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public Snowflake? AnsweredBy { get; init; }

        public long Done { get; init; }

        public Snowflake? MessageId { get; init; }

        public Snowflake? ApplicationId { get; init; }

        public string? Token { get; init; }

        public ConfirmationRow ToRow() => new()
        {
            Cause = Cause,
            Command = Command,
            Payload = Payload,
            Form = (CommandForm)Form,
            Prefix = Prefix,
            Culture = Culture,
            ChannelId = ChannelId,
            ExpiresAt = ExpiresAt,
            AnsweredBy = AnsweredBy,
            IsDone = Done != 0,
            Place = MessageId is null && Token is null ? null : new SentReply(MessageId, ApplicationId, Token),
        };
    }
}
