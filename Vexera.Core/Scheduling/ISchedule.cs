using System.Data.Common;
using Vexera.Core.Storage;

namespace Vexera.Core.Scheduling;

/// <summary>Work for later, kept in the database. Each method throws <see cref="StorageException"/> when that cannot be used.</summary>
internal interface ISchedule
{
    /// <summary>Has the work done at its time; replaces what its identity had waiting, attempts included.</summary>
    Task ScheduleAsync(DueWork work, CancellationToken cancellationToken);

    /// <summary>Takes work back, if it is there. An attempt that is under way goes on, and is the last.</summary>
    Task CancelAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>
    /// Has the work done at its time, if the transaction is committed. Nothing else needs to be called: the engine looks after
    /// the transaction.
    /// </summary>
    /// <param name="connection">The connection within a transaction of <see cref="IDatabase.WriteAsync"/>.</param>
    /// <param name="work">What to do.</param>
    Task ScheduleAsync(DbConnection connection, DueWork work);

    /// <summary>Takes work back, if the transaction is committed.</summary>
    /// <param name="connection">The connection within a transaction of <see cref="IDatabase.WriteAsync"/>.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="key">What it is about.</param>
    Task CancelAsync(DbConnection connection, string kind, string key);

    /// <summary>Has the engine look at once whether something is due.</summary>
    void Wake();
}
