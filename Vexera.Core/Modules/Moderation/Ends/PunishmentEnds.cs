using System.Globalization;
using Microsoft.Extensions.Logging;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Modules.Moderation.Ends;

/// <summary>
/// What the ends of bans and mutes have in common: the target's turn, whether the work is still meant, and what to do when Discord
/// does not do it.
/// </summary>
internal sealed class PunishmentEnds(
    TargetLocks locks,
    CaseStore cases,
    CaseLedger ledger,
    IntentStore intents,
    IntentReconciler reconciler,
    ModerationWork work,
    TimeProvider time,
    ILogger<PunishmentEnds> logger)
{
    /// <summary>Runs work about a ban or mute.</summary>
    /// <param name="due">The work; its payload is the number of the case that it belongs to.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="endsAtDiscordAsync">Makes Discord end it.</param>
    /// <param name="renewAsync">Makes Discord hold it longer, where its end is not come yet.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<DueOutcome> RunAsync(
        DueWork due,
        PunishmentKind kind,
        Func<Punishment, CancellationToken, Task> endsAtDiscordAsync,
        Func<Punishment, CancellationToken, Task> renewAsync,
        CancellationToken cancellationToken)
    {
        var (guild, user) = ModerationWork.Read(due.Key);
        using var turn = await locks.EnterAsync(guild, user, cancellationToken);
        // What is being asked may take the place of this.
        if (await intents.FindAsync(guild, user, cancellationToken) is { } left
            && (await reconciler.ReconcileAsync(left, cancellationToken)).Evidence == Evidence.Unknown)
        {
            return DueOutcome.RetryLater();
        }

        var punishment = await cases.FindPunishmentAsync(guild, user, kind, cancellationToken);
        if (punishment?.CaseNumber.ToString(CultureInfo.InvariantCulture) != due.Payload)
            return DueOutcome.Done;
        return await TryAsync(punishment, endsAtDiscordAsync, renewAsync, cancellationToken);
    }

    private async Task<DueOutcome> TryAsync(
        Punishment punishment,
        Func<Punishment, CancellationToken, Task> endsAtDiscordAsync,
        Func<Punishment, CancellationToken, Task> renewAsync,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            if (punishment.EndsAt is not { } end || end > now)
            {
                await renewAsync(punishment, cancellationToken);
                await work.ContinueAsync(punishment, cancellationToken);
                return DueOutcome.Done;
            }

            await endsAtDiscordAsync(punishment, cancellationToken);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            return await FailAsync(punishment, e, cancellationToken);
        }

        await ledger.EndAsync(punishment, CaseEnding.Ended, null, cancellationToken);
        return DueOutcome.Done;
    }

    private async Task<DueOutcome> FailAsync(Punishment punishment, Exception error, CancellationToken cancellationToken)
    {
        ModerationLog.NotEnded(logger, error, punishment.Kind, punishment.CaseNumber, punishment.GuildId);
        var problem = DiscordProblem.Of(error);
        if (problem?.Kind == DiscordProblemKind.NotAllowed)
            await ledger.TellStuckAsync(punishment, cancellationToken);
        return DueOutcome.RetryLater(problem?.RetryAfter is { } wait ? TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, 3600)) : null);
    }
}
