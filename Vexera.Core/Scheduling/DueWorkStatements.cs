using System.Data.Common;
using Dapper;

namespace Vexera.Core.Scheduling;

/// <summary>The statements on <c>due_work</c>; each runs within a transaction of the caller's.</summary>
internal static class DueWorkStatements
{
    /// <summary>Writes work that waits, in place of what its identity had.</summary>
    public static Task PutAsync(DbConnection connection, DueWork work) => connection.ExecuteAsync(
        """
        INSERT INTO due_work (kind, work_key, payload, due_at, next_at, attempts, claim)
        VALUES (@Kind, @Key, @Payload, @DueAt, @DueAt, 0, 0)
        ON CONFLICT (kind, work_key) DO UPDATE SET
            payload = excluded.payload, due_at = excluded.due_at, next_at = excluded.next_at, attempts = 0, claim = 0
        """,
        work);

    /// <summary>Deletes work, whether it waits or is handed out.</summary>
    public static Task RemoveAsync(DbConnection connection, WorkIdentity identity) => connection.ExecuteAsync(
        "DELETE FROM due_work WHERE kind = @Kind AND work_key = @Key", identity);

    /// <summary>What is due of one kind, the earliest first.</summary>
    public static async Task<IReadOnlyList<WaitingRow>> DueAsync(DbConnection connection, string kind, DateTimeOffset now, int most) =>
        [.. await connection.QueryAsync<WaitingRow>(
            """
            SELECT kind, work_key AS key, payload, due_at AS dueAt, next_at AS nextAt, attempts FROM due_work
            WHERE kind = @kind AND claim = 0 AND next_at <= @now ORDER BY next_at LIMIT @most
            """,
            new { kind, now, most })];

    /// <summary>When the next work of a kind after this instant is due; null when there is none.</summary>
    public static Task<DateTimeOffset?> NextAfterAsync(DbConnection connection, string kind, DateTimeOffset now) =>
        connection.QueryFirstOrDefaultAsync<DateTimeOffset?>(
            "SELECT next_at FROM due_work WHERE kind = @kind AND claim = 0 AND next_at > @now ORDER BY next_at LIMIT 1",
            new { kind, now });

    /// <summary>Hands work out.</summary>
    public static Task ClaimAsync(DbConnection connection, WorkIdentity identity, long claim) => connection.ExecuteAsync(
        "UPDATE due_work SET claim = @claim, attempts = attempts + 1 WHERE kind = @Kind AND work_key = @Key AND claim = 0",
        new { identity.Kind, identity.Key, claim });

    /// <summary>Writes the end of an attempt, unless the work was replaced or taken back meanwhile.</summary>
    public static Task EndAsync(DbConnection connection, EndedWork ended) => connection.ExecuteAsync(
        ended.End switch
        {
            WorkEnd.Over => "DELETE FROM due_work WHERE kind = @Kind AND work_key = @Key AND claim = @Claim",
            WorkEnd.Retry => "UPDATE due_work SET claim = 0, next_at = @NextAt WHERE kind = @Kind AND work_key = @Key AND claim = @Claim",
            _ => "UPDATE due_work SET claim = 0, attempts = attempts - 1 WHERE kind = @Kind AND work_key = @Key AND claim = @Claim",
        },
        new { ended.Claimed.Work.Kind, ended.Claimed.Work.Key, ended.Claimed.Claim, ended.NextAt });

    /// <summary>Has everything wait again that is handed out under other numbers than these.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> ReleaseAsync(DbConnection connection, IReadOnlyCollection<long> known)
    {
        var claims = await connection.QueryAsync<long>("SELECT claim FROM due_work WHERE claim <> 0");
        return await connection.ExecuteAsync(
            "UPDATE due_work SET claim = 0 WHERE claim <> 0 AND claim = @claim", claims.Except(known).Select(claim => new { claim }));
    }

    /// <summary>The kinds that there is work of, without looking at each row.</summary>
    public static async Task<IReadOnlyList<string>> KindsAsync(DbConnection connection)
    {
        var kinds = new List<string>();
        while (await connection.ExecuteScalarAsync<string?>(
            "SELECT MIN(kind) FROM due_work WHERE kind > @last", new { last = kinds.LastOrDefault("") }) is { } kind)
        {
            kinds.Add(kind);
        }

        return kinds;
    }

    /// <summary>How much work there is.</summary>
    public static Task<long> CountAsync(DbConnection connection) => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM due_work");

    /// <summary>A row that waits.</summary>
    internal sealed record WaitingRow(string Kind, string Key, string Payload, DateTimeOffset DueAt, DateTimeOffset NextAt, long Attempts)
    {
        /// <summary>As it is handed out.</summary>
        public ClaimedWork Claim(long claim) => new(new DueWork(Kind, Key, DueAt, Payload), claim, (int)Math.Min(Attempts + 1, int.MaxValue), NextAt);
    }
}
