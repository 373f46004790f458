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
    TargetLocks locks, CaseStore cases, CaseLedger ledger, IntentStore intents, IntentReconciler reconciler, TimeProvider time, ILogger<PunishmentEnds> logger)
{
    /// <summary>Runs work about a ban or mute.</summary>
    /// <param name="work">The work; its payload is the number of the case that it belongs to.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="endsAtDiscordAsync">Makes Discord end it.</param>
    /// <param name="renewAsync">Makes Discord hold it longer, where its end is not come yet; null where there is nothing to renew.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<DueOutcome> RunAsync(
        DueWork work,
        PunishmentKind kind,
        Func<Punishment, CancellationToken, Task> endsAtDiscordAsync,
        Func<Punishment, CancellationToken, Task<DueOutcome>>? renewAsync,
        CancellationToken cancellationToken)
    {
        var (guild, user) = ModerationWork.Read(work.Key);
        using var turn = await locks.EnterAsync(guild, user, cancellationToken);
        // What is being asked may take the place of this.
        if (await intents.FindAsync(guild, user, cancellationToken) is { } left
            && (await reconciler.ReconcileAsync(left, cancellationToken)).Evidence == Evidence.Unknown)
        {
            return DueOutcome.RetryLater();
        }

        var punishment = await cases.FindPunishmentAsync(guild, user, kind, cancellationToken);
        if (punishment?.CaseNumber.ToString(CultureInfo.InvariantCulture) != work.Payload)
            return DueOutcome.Done;
        return await TryAsync(punishment, endsAtDiscordAsync, renewAsync, cancellationToken);
    }

    private async Task<DueOutcome> TryAsync(
        Punishment punishment,
        Func<Punishment, CancellationToken, Task> endsAtDiscordAsync,
        Func<Punishment, CancellationToken, Task<DueOutcome>>? renewAsync,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            if (punishment.EndsAt is not { } end || end > now)
            {
                return renewAsync is not null ? await renewAsync(punishment, cancellationToken)
                    : punishment.EndsAt is { } later ? DueOutcome.RetryLater(MuteWindow.Wait(later - now))
                    : DueOutcome.Done;
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
        return DueOutcome.RetryLater(problem?.RetryAfter is { } wait ? MuteWindow.Wait(wait) : null);
    }
}
