using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Components.Paging;

/// <summary>The pages of long answers in the database, for a while; those that are over are deleted when new ones come.</summary>
/// <param name="database">The bot's database.</param>
/// <param name="time">The clock.</param>
internal sealed class PageStore(IDatabase database, TimeProvider time)
{
    /// <summary>How long they are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Keeps the pages of an answer; of one that is made twice, the later ones.</summary>
    /// <param name="cause">The message or interaction that is answered.</param>
    /// <param name="caller">Whose answer it is.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task PutAsync(Snowflake cause, Snowflake caller, StoredPages pages, CancellationToken cancellationToken)
    {
        var (body, now) = (StoredPagesJson.Write(pages), time.GetUtcNow());
        var row = new { cause, caller, body, now, expiresAt = now + Kept };
        return database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync("DELETE FROM reply_pages WHERE expires_at <= @now", row);
                await connection.ExecuteAsync(
                    """
                    INSERT INTO reply_pages (cause, caller, body, expires_at) VALUES (@cause, @caller, @body, @expiresAt)
                    ON CONFLICT (cause) DO UPDATE SET body = excluded.body, expires_at = excluded.expires_at
                    """,
                    row);
            },
            cancellationToken);
    }

    /// <summary>The pages of an answer; null when they are kept no longer.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<StoredPages?> FindAsync(Snowflake cause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var body = await connection.QueryFirstOrDefaultAsync<string?>(
            "SELECT body FROM reply_pages WHERE cause = @cause AND expires_at > @now", new { cause, now = time.GetUtcNow() });
        return body is null ? null : StoredPagesJson.Read(body);
    }
}
