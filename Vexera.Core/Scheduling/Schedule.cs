using System.Data.Common;
using Vexera.Core.Storage;

namespace Vexera.Core.Scheduling;

/// <inheritdoc cref="ISchedule"/>
/// <param name="database">The bot's database.</param>
/// <param name="signal">Wakes the engine.</param>
/// <param name="pending">Counts again what waits.</param>
internal sealed class Schedule(IDatabase database, DueWorkSignal signal, PendingWork pending) : ISchedule
{
    /// <inheritdoc/>
    public Task ScheduleAsync(DueWork work, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => ScheduleAsync(connection, work), cancellationToken);

    /// <inheritdoc/>
    public Task CancelAsync(string kind, string key, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => CancelAsync(connection, kind, key), cancellationToken);

    /// <inheritdoc/>
    public async Task ScheduleAsync(DbConnection connection, DueWork work)
    {
        await DueWorkStatements.PutAsync(connection, work);
        // The engine reads in a transaction of its own, which comes after this one.
        signal.Wake(work.DueAt);
        pending.NoteChange();
    }

    /// <inheritdoc/>
    public async Task CancelAsync(DbConnection connection, string kind, string key)
    {
        await DueWorkStatements.RemoveAsync(connection, new WorkIdentity(kind, key));
        pending.NoteChange();
    }

    /// <inheritdoc/>
    public void Wake() => signal.Wake();
}
