using Microsoft.Extensions.Logging;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Intents;

/// <summary>What came of looking.</summary>
/// <param name="Evidence">Whether Discord did it.</param>
/// <param name="Record">The case, when it did.</param>
internal sealed record Reconciliation(Evidence Evidence, CaseRecord? Record = null);

/// <summary>
/// Brings the case list and Discord together after a kill, or an answer that never came: what Discord did becomes a case, what it
/// did not do is dropped. Called in the target's turn.
/// </summary>
internal sealed class IntentReconciler(
    IntentStore intents, CaseLedger ledger, IntentEvidence evidence, DiscordActions discord, ILogger<IntentReconciler> logger)
{
    /// <summary>Settles an intent, if it can be seen whether Discord did it.</summary>
    /// <exception cref="StorageException">The database cannot be used; the intent is there still.</exception>
    public async Task<Reconciliation> ReconcileAsync(Intent intent, CancellationToken cancellationToken)
    {
        try
        {
            if (intent.Type == CaseType.Softban && await evidence.IsBannedAsync(intent, cancellationToken) == true)
                await discord.LiftSoftbanAsync(intent, cancellationToken);
            else if (!await evidence.WasDoneAsync(intent, cancellationToken))
                return await DropAsync(intent, cancellationToken);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            if (e is DiscordRestException { Code: DiscordErrorCodes.UnknownGuild })
                return await DropAsync(intent, cancellationToken);
            ModerationLog.NotSeen(logger, e, intent.Type, intent.GuildId);
            return new Reconciliation(Evidence.Unknown);
        }

        var record = await ledger.SettleAsync(intent, CaseNotes.FoundLater, cancellationToken);
        ModerationLog.FoundDone(logger, intent.Type, intent.GuildId);
        return new Reconciliation(Evidence.Done, record);
    }

    private async Task<Reconciliation> DropAsync(Intent intent, CancellationToken cancellationToken)
    {
        await intents.DropAsync(intent, cancellationToken);
        ModerationLog.FoundUndone(logger, intent.Type, intent.GuildId);
        return new Reconciliation(Evidence.NotDone);
    }
}
