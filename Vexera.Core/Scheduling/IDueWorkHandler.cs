namespace Vexera.Core.Scheduling;

/// <summary>
/// Does work of one kind when it is due. Work comes at least once: after a crash, or when the end of an attempt could not be
/// written, it comes again, so doing it twice must be as good as once. One identity is with its handler once at a time;
/// different ones run side by side. Work may have been cancelled or replaced in the instant that it was handed out, so a
/// handler looks whether it is still meant.
/// </summary>
internal interface IDueWorkHandler
{
    /// <summary>The kind of work, which stands in the database and in metrics: never changed, and no other handler has it.</summary>
    string Kind { get; }

    /// <summary>
    /// Does it. What throws counts as a failed attempt and is tried again, ever more rarely, for as long as it takes: only
    /// <see cref="DueOutcome.GiveUp"/> ends that.
    /// </summary>
    /// <param name="work">What is due.</param>
    /// <param name="attempt">1, 2, 3…; attempts that a crash cut short count.</param>
    /// <param name="cancellationToken">Ends the attempt at its deadline, and when the bot stops.</param>
    Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken);
}
