using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Modules.Moderation.Intents;

/// <summary>Looks after intents that nobody settled: the process was killed, or Discord gave no answer.</summary>
internal sealed class IntentHandler(TargetLocks locks, IntentStore intents, IntentReconciler reconciler) : IDueWorkHandler
{
    /// <inheritdoc/>
    public string Kind => ModerationWork.IntentKind;

    /// <inheritdoc/>
    public async Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken)
    {
        var (guild, target) = ModerationWork.Read(work.Key);
        using var turn = await locks.EnterAsync(guild, target, cancellationToken);
        return await intents.FindAsync(guild, target, cancellationToken) is { } intent
            && (await reconciler.ReconcileAsync(intent, cancellationToken)).Evidence == Evidence.Unknown
            ? DueOutcome.RetryLater()
            : DueOutcome.Done;
    }
}
