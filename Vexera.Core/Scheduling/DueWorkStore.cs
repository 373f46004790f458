using System.Data.Common;
using Vexera.Core.Storage;

namespace Vexera.Core.Scheduling;

/// <summary>
/// The engine's turns at the database, one transaction each. Numbers of claims are this process's own; no other has the database
/// meanwhile, so what is claimed under a number that nobody here knows was left by a crash.
/// </summary>
/// <param name="database">The bot's database.</param>
internal sealed class DueWorkStore(IDatabase database)
{
    private long _lastClaim;

    /// <summary>Writes what ended, then hands out what is due: to each kind its share, within a kind the earliest first.</summary>
    /// <param name="asked">What to do.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <exception cref="StorageException">The database cannot be used. Whether anything was written is not known.</exception>
    public Task<Turn> TakeAsync(TurnRequest asked, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            if (asked.Known is { } known)
                await DueWorkStatements.ReleaseAsync(connection, known);
            foreach (var ended in asked.Ended)
                await DueWorkStatements.EndAsync(connection, ended);
            return new Turn(await ClaimAsync(connection, asked), await NextAsync(connection, asked));
        },
        cancellationToken);

    /// <summary>The kinds that there is work of.</summary>
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await DueWorkStatements.KindsAsync(connection);
    }

    /// <summary>How much work there is.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await DueWorkStatements.CountAsync(connection);
    }

    private async Task<IReadOnlyList<ClaimedWork>> ClaimAsync(DbConnection connection, TurnRequest asked)
    {
        if (asked.Most == 0)
            return [];
        var due = new List<(int Rank, DueWorkStatements.WaitingRow Row)>();
        foreach (var kind in asked.Kinds)
        {
            var rows = await DueWorkStatements.DueAsync(connection, kind, asked.Now, asked.Most + asked.Busy.Count);
            due.AddRange(rows.Where(row => !asked.Busy.Contains(new WorkIdentity(row.Kind, row.Key))).Select((row, rank) => (rank, row)));
        }

        var claimed = due.OrderBy(one => one.Rank).ThenBy(one => one.Row.NextAt).Take(asked.Most)
            .Select(one => one.Row.Claim(Interlocked.Increment(ref _lastClaim))).ToArray();
        foreach (var one in claimed)
            await DueWorkStatements.ClaimAsync(connection, one.Work.Identity, one.Claim);
        return claimed;
    }

    private static async Task<DateTimeOffset?> NextAsync(DbConnection connection, TurnRequest asked)
    {
        DateTimeOffset? next = null;
        foreach (var kind in asked.Kinds)
        {
            if (await DueWorkStatements.NextAfterAsync(connection, kind, asked.Now) is { } at && (next is null || at < next))
                next = at;
        }

        return next;
    }
}

/// <summary>What the engine wants of a turn.</summary>
/// <param name="Ended">Attempts whose end is to be written.</param>
/// <param name="Kinds">Kinds that can be handed out now.</param>
/// <param name="Busy">What is still with its handler, and must not be handed out even if it is scheduled anew.</param>
/// <param name="Most">How much to hand out at most.</param>
/// <param name="Now">The time.</param>
/// <param name="Known">The claims that are this engine's, for having all others wait again; null to leave them.</param>
internal sealed record TurnRequest(
    IReadOnlyList<EndedWork> Ended, IReadOnlyList<string> Kinds, IReadOnlySet<WorkIdentity> Busy, int Most, DateTimeOffset Now,
    IReadOnlyCollection<long>? Known);

/// <summary>What a turn brought.</summary>
/// <param name="Claimed">What was handed out: all that is due, or as much as was wanted.</param>
/// <param name="NextAt">When the next is due that was not yet; null when none is.</param>
internal sealed record Turn(IReadOnlyList<ClaimedWork> Claimed, DateTimeOffset? NextAt);
