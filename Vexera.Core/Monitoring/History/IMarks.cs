namespace Vexera.Core.Monitoring.History;

/// <summary>The marks on the time axis, those of earlier processes included. Safe to use from anywhere.</summary>
internal interface IMarks
{
    /// <summary>The marks from an instant on, by time; of each kind no more than the last hundred are kept.</summary>
    IReadOnlyList<Mark> Since(DateTimeOffset from);

    /// <summary>Sets a mark now. It is in the database, or waits for it, when the task completes.</summary>
    /// <param name="kind">What it says.</param>
    /// <param name="text">A few words; more than 200 characters are cut.</param>
    /// <param name="cancellationToken">Ends the wait for the database; the mark stays.</param>
    Task AddAsync(MarkKind kind, string text, CancellationToken cancellationToken);
}
