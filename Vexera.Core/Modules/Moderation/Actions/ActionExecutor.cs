using Microsoft.Extensions.Logging;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>
/// Does something to somebody: one thing at a time to each target, told before, an intent before Discord is asked and a case
/// after it has done it. What was asked for by the same message or interaction before is not done again.
/// </summary>
internal sealed class ActionExecutor(
    TargetLocks locks,
    CaseStore cases,
    CaseLedger ledger,
    IntentStore intents,
    IntentReconciler reconciler,
    DiscordActions discord,
    TargetNotice notice,
    IDiscordRest rest,
    TimeProvider time,
    ILogger<ActionExecutor> logger)
{
    /// <summary>Does it.</summary>
    /// <exception cref="StorageException">The database cannot be used; nothing was begun.</exception>
    /// <exception cref="DiscordUnreachableException">Discord cannot be asked how things stand; nothing was begun.</exception>
    /// <exception cref="OperationCanceledException">It was given up; what was begun is looked after.</exception>
    public async Task<ActionOutcome> RunAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        using var turn = await locks.EnterAsync(request.GuildId, request.Target.Id, cancellationToken);
        if (await intents.FindAsync(request.GuildId, request.Target.Id, cancellationToken) is { } left
            && (await reconciler.ReconcileAsync(left, cancellationToken)).Evidence == Evidence.Unknown)
        {
            return new ActionOutcome(ActionResult.EarlierUnsure);
        }

        if (request.CauseId is { } cause && await cases.FindByCauseAsync(request.GuildId, cause, cancellationToken) is { } before)
            return new ActionOutcome(ActionResult.Done) { Record = new CaseRecord(before, IsNew: false) };
        if (request.EscalatedFrom is { } warning && await cases.FindEscalatedAsync(request.GuildId, request.Target.Id, warning, cancellationToken) is { } led)
            return new ActionOutcome(ActionResult.Done) { Record = new CaseRecord(led, IsNew: false) };
        var (facts, problem) = await LookAsync(request, cancellationToken);
        return problem is null ? await GoAsync(request, facts!, cancellationToken) : Refused(problem);
    }

    private async Task<ActionOutcome> GoAsync(ActionRequest request, ActionFacts facts, CancellationToken cancellationToken)
    {
        var way = ActionDecision.Of(request, facts, time.GetUtcNow());
        switch (way)
        {
            case ActionWay.HoldsAlready:
                return new ActionOutcome(ActionResult.HoldsAlready) { Holds = facts.Holds };
            case ActionWay.NothingToLift:
                // The bot thought otherwise: it was lifted while nobody told it.
                if (facts.Holds is { } stale)
                    await ledger.EndAsync(stale, CaseEnding.Lifted, null, cancellationToken);
                return new ActionOutcome(ActionResult.NothingToLift);
            default:
                var tells = ActionDecision.Tells(request);
                var receipt = tells ? await notice.TellAsync(request, cancellationToken) : null;
                var intent = IntentOf(request, tells && receipt is null ? CaseNotes.DmClosed : CaseNotes.None);
                return way == ActionWay.RecordOnly
                    ? await RecordAsync(intent, facts, cancellationToken)
                    : await AskAsync(request, intent, receipt, cancellationToken);
        }
    }

    private async Task<ActionOutcome> RecordAsync(Intent intent, ActionFacts facts, CancellationToken cancellationToken)
    {
        var changes = PunishmentRules.Sets(intent.Type) is not null;
        var notes = changes && facts.Holds is null ? CaseNotes.TakenOver : CaseNotes.None;
        var record = await ledger.RecordAsync(intent.ToDraft(notes), cancellationToken);
        return new ActionOutcome(changes ? ActionResult.Changed : ActionResult.Done) { Record = record, Holds = facts.Holds };
    }

    private async Task<ActionOutcome> AskAsync(
        ActionRequest request, Intent intent, NoticeReceipt? receipt, CancellationToken cancellationToken)
    {
        await intents.MakeAsync(intent, cancellationToken);
        try
        {
            await discord.DoAsync(intent, request.DeleteMessages, cancellationToken);
        }
        catch (Exception e) when (DiscordProblem.Of(e) is { } problem)
        {
            ModerationLog.Refused(logger, e, intent.Type, intent.GuildId);
            await DropAsync(intent);
            if (receipt is not null)
                await notice.TakeBackAsync(receipt);
            return Refused(problem);
        }
        catch (DiscordUnreachableException e)
        {
            ModerationLog.Unsure(logger, e, intent.Type, intent.GuildId);
            return await LookAgainAsync(intent, receipt, cancellationToken);
        }

        return await SettleAsync(intent);
    }

    // Discord has done it: whoever asked may be gone, the case is written all the same.
    private async Task<ActionOutcome> SettleAsync(Intent intent)
    {
        try
        {
            return new ActionOutcome(ActionResult.Done) { Record = await ledger.SettleAsync(intent, CaseNotes.None, CancellationToken.None) };
        }
        catch (StorageException e)
        {
            ModerationLog.NotWritten(logger, e, intent.Type, intent.GuildId);
            return new ActionOutcome(ActionResult.NotWritten);
        }
    }

    private async Task<ActionOutcome> LookAgainAsync(Intent intent, NoticeReceipt? receipt, CancellationToken cancellationToken)
    {
        var (evidence, record) = await reconciler.ReconcileAsync(intent, cancellationToken);
        if (evidence == Evidence.Unknown)
            return new ActionOutcome(ActionResult.Unsure);
        if (evidence == Evidence.Done)
            return new ActionOutcome(ActionResult.Done) { Record = record };
        if (receipt is not null)
            await notice.TakeBackAsync(receipt);
        return Refused(new DiscordProblem(DiscordProblemKind.NoAnswer, ""));
    }

    private async Task DropAsync(Intent intent)
    {
        try
        {
            await intents.DropAsync(intent, CancellationToken.None);
        }
        catch (StorageException e)
        {
            ModerationLog.NotWritten(logger, e, intent.Type, intent.GuildId);
        }
    }

    private async Task<(ActionFacts? Facts, DiscordProblem? Problem)> LookAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var kind = PunishmentRules.Sets(request.Type) ?? PunishmentRules.Lifts(request.Type);
        if (kind is not { } about)
            return (new ActionFacts(null, IsBanned: false), null);
        var holds = await cases.FindPunishmentAsync(request.GuildId, request.Target.Id, about, cancellationToken);
        // A member is not banned, unless that happened since the command looked.
        if (about != PunishmentKind.Ban || (request.Target.IsMember && holds is null))
            return (new ActionFacts(holds, IsBanned: false), null);
        try
        {
            await rest.Guilds.GetBanAsync(request.GuildId, request.Target.Id, cancellationToken);
            return (new ActionFacts(holds, IsBanned: true), null);
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownBan)
        {
            return (new ActionFacts(holds, IsBanned: false), null);
        }
        catch (Exception e) when (DiscordProblem.Of(e) is { } problem)
        {
            return (null, problem);
        }
    }

    private Intent IntentOf(ActionRequest request, CaseNotes notes) => new()
    {
        GuildId = request.GuildId,
        TargetId = request.Target.Id,
        Type = request.Type,
        TargetName = request.Target.Name,
        ModeratorId = request.Moderator.Id,
        ModeratorName = request.Moderator.Name,
        Reason = request.Reason,
        MadeAt = time.GetUtcNow(),
        EndsAt = request.EndsAt,
        Notes = notes,
        CauseId = request.CauseId,
        EscalatedFrom = request.EscalatedFrom,
    };

    private static ActionOutcome Refused(DiscordProblem problem) => new(ActionResult.Refused) { Problem = problem };
}
