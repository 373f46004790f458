using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Announcements;

/// <summary>Announcements in the database. Every method throws <see cref="StorageException"/> when it cannot be used.</summary>
/// <param name="database">The bot's database.</param>
/// <param name="time">The clock.</param>
internal sealed class AnnouncementStore(IDatabase database, TimeProvider time)
{
    private const string Pending = "over_at IS NULL AND (message_id IS NULL OR shown < written OR published_at IS NULL)";
    private const string Columns =
        """
        number, kind, written, resolved_at AS resolvedAt, channel_id AS channelId, claimed_at AS claimedAt, claimed_text AS claimedText,
        message_id AS messageId, shown, published_at AS publishedAt, problem, detail, tries, next_try_at AS nextTryAt, over_at AS overAt
        """;

    /// <summary>Writes down something new, once for each cause; null when it is an incident while another is open.</summary>
    public Task<long?> AddAsync(AnnouncementKind kind, string text, AnnouncementAuthor by, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            if (await SaidBeforeAsync(connection, by) is { } before)
                return before;
            if (kind == AnnouncementKind.Incident && await OpenIncidentAsync(connection) is not null)
                return null;
            var number = await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(number), 0) + 1 FROM announcements");
            await connection.ExecuteAsync(
                """
                INSERT INTO announcements (number, kind, written, shown, problem, tries, next_try_at)
                VALUES (@number, @kind, 0, 0, @problem, 0, @now)
                """,
                new { number, kind = Word(kind), problem = nameof(AnnouncementProblem.None), now = time.GetUtcNow() });
            await WriteEntryAsync(connection, number, EntryKind.Open, text, by);
            return (long?)number;
        },
        cancellationToken);

    /// <summary>Adds to the open incident, once for each cause; null when there is none.</summary>
    public Task<long?> AppendAsync(EntryKind kind, string text, AnnouncementAuthor by, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            if (await SaidBeforeAsync(connection, by) is { } before)
                return before;
            if (await OpenIncidentAsync(connection) is not { } number)
                return null;
            await WriteEntryAsync(connection, number, kind, text, by);
            if (kind == EntryKind.Resolve)
            {
                await connection.ExecuteAsync(
                    "UPDATE announcements SET resolved_at = @now WHERE number = @number", new { number, now = time.GetUtcNow() });
            }

            return (long?)number;
        },
        cancellationToken);

    /// <summary>One of them; null when there is none of that number.</summary>
    public async Task<Announcement?> FindAsync(long number, CancellationToken cancellationToken) =>
        (await ReadAsync("number = @number", new { number }, cancellationToken)).SingleOrDefault();

    /// <summary>The open incident; null when there is none.</summary>
    public async Task<Announcement?> FindOpenIncidentAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("kind = 'incident' AND resolved_at IS NULL", new { }, cancellationToken)).SingleOrDefault();

    /// <summary>What is not wholly sent, incidents first, then by age; not what was given up.</summary>
    public Task<IReadOnlyList<Announcement>> PendingAsync(CancellationToken cancellationToken) =>
        ReadAsync(Pending, new { }, cancellationToken);

    /// <summary>The latest, newest first.</summary>
    public async Task<IReadOnlyList<Announcement>> RecentAsync(int most, CancellationToken cancellationToken) =>
        [.. (await ReadAsync("number > (SELECT COALESCE(MAX(number), 0) FROM announcements) - @most", new { most }, cancellationToken))
            .OrderByDescending(one => one.Number)];

    /// <summary>Writes down how far it has come; what was written meanwhile stays.</summary>
    public Task SaveAsync(Announcement one, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            """
            UPDATE announcements SET channel_id = @channel, claimed_at = @claimedAt, claimed_text = @claimedText, message_id = @message,
                shown = @shown, published_at = @publishedAt, problem = @problem, detail = @detail, tries = @tries,
                next_try_at = @nextTryAt, resolved_at = COALESCE(resolved_at, @resolvedAt),
                over_at = CASE WHEN written > @read THEN NULL ELSE @overAt END
            WHERE number = @number
            """,
            new
            {
                number = one.Number,
                channel = Column(one.ChannelId),
                claimedAt = Column(one.ClaimedAt),
                claimedText = one.ClaimedText,
                message = Column(one.MessageId),
                shown = (long)one.Shown,
                publishedAt = Column(one.PublishedAt),
                problem = one.Problem.ToString(),
                detail = one.Detail,
                tries = (long)one.Tries,
                nextTryAt = one.NextTryAt,
                resolvedAt = Column(one.ResolvedAt),
                overAt = Column(one.OverAt),
                read = (long)one.Entries.Count,
            }),
        cancellationToken);

    /// <summary>Takes one of the hour's places before Discord is asked to publish.</summary>
    /// <returns>Null when it may go, else when it may.</returns>
    public Task<DateTimeOffset?> TakePlaceAsync(Announcement one, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            var now = time.GetUtcNow();
            var (channel, number) = (one.ChannelId!.Value, one.Number);
            await connection.ExecuteAsync("DELETE FROM crossposts WHERE claimed_at <= @old", new { old = now - PublishingHours.Window });
            var taken = await connection.QueryAsync<DateTimeOffset>(
                "SELECT claimed_at FROM crossposts WHERE channel_id = @channel AND announcement <> @number", new { channel, number });
            var before = await connection.ExecuteScalarAsync<long>(
                """
                SELECT COUNT(*) FROM announcements
                WHERE channel_id = @channel AND number <> @number AND over_at IS NULL AND message_id IS NOT NULL AND published_at IS NULL
                    AND ((kind = 'incident' AND @kind <> 'incident') OR (kind = @kind AND number < @number))
                """,
                new { channel, number, kind = Word(one.Kind) });
            var at = PublishingHours.Next(taken, (int)before, now);
            if (at > now)
                return at;
            await connection.ExecuteAsync(
                """
                INSERT INTO crossposts (channel_id, announcement, claimed_at) VALUES (@channel, @number, @now)
                ON CONFLICT (channel_id, announcement) DO UPDATE SET claimed_at = excluded.claimed_at
                """,
                new { channel, number, now });
            return (DateTimeOffset?)null;
        },
        cancellationToken);

    /// <summary>Gives a place back: Discord did not publish.</summary>
    public Task GivePlaceBackAsync(Announcement one, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            "DELETE FROM crossposts WHERE channel_id = @channel AND announcement = @number",
            new { channel = one.ChannelId!.Value, number = one.Number }),
        cancellationToken);

    private Task<int> WriteEntryAsync(DbConnection connection, long number, EntryKind kind, string text, AnnouncementAuthor by) => connection.ExecuteAsync(
        """
        INSERT INTO announcement_entries (announcement, position, kind, written_at, written_by, content, cause)
        SELECT number, written, @kind, @now, @name, @text, @cause FROM announcements WHERE number = @number;
        UPDATE announcements SET written = written + 1, next_try_at = @now, over_at = NULL, tries = 0 WHERE number = @number
        """,
        new { number, kind = Word(kind), now = time.GetUtcNow(), name = by.Name, text, cause = by.Cause });

    private static async Task<long?> SaidBeforeAsync(DbConnection connection, AnnouncementAuthor by) => by.Cause is { } cause
        ? await connection.ExecuteScalarAsync<long?>("SELECT announcement FROM announcement_entries WHERE cause = @cause", new { cause })
        : null;

    private static Task<long?> OpenIncidentAsync(DbConnection connection) => connection.ExecuteScalarAsync<long?>(
        "SELECT MAX(number) FROM announcements WHERE kind = 'incident' AND resolved_at IS NULL");

    private async Task<IReadOnlyList<Announcement>> ReadAsync(string where, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var entries = (await connection.QueryAsync<AnnouncementEntryRow>(
            $"SELECT announcement, kind, written_at AS writtenAt, written_by AS writtenBy, content FROM announcement_entries WHERE announcement IN (SELECT number FROM announcements WHERE {where}) ORDER BY position",
            parameters)).ToLookup(row => row.Announcement);
        var rows = await connection.QueryAsync<AnnouncementRow>($"SELECT {Columns} FROM announcements WHERE {where} ORDER BY kind DESC, number", parameters);
        return [.. rows.Select(row => row.ToAnnouncement([.. entries[row.Number].Take((int)row.Written).Select(entry => entry.ToEntry())]))];
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static long? Column(Snowflake? id) => id is { } given ? unchecked((long)given.Value) : null;

    private static long? Column(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();
}
