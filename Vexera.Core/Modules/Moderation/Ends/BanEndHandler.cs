using System.Globalization;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.AuditLog;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Modules.Moderation.Ends;

/// <summary>Lifts bans whose time is over, each only if the case that set its end is the one that holds.</summary>
internal sealed class BanEndHandler(IDiscordRest rest, PunishmentEnds ends, CaseStore cases, BanReview review, TimeProvider time) : IDueWorkHandler
{
    /// <inheritdoc/>
    public string Kind => ModerationWork.BanKind;

    /// <inheritdoc/>
    public async Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            await ReviewAsync(work, cancellationToken);
        }
        catch (DiscordRestException e) when (DiscordProblem.Of(e) is { Kind: not DiscordProblemKind.NotAllowed } problem)
        {
            return DueOutcome.RetryLater(problem.RetryAfter);
        }
        catch (DiscordUnreachableException)
        {
            return DueOutcome.RetryLater();
        }
        catch (DiscordRestException)
        {
            // Whoever may not see bans may not lift one either, which is told then.
            return await EndAsync(work, cancellationToken);
        }

        return await EndAsync(work, cancellationToken);
    }

    private Task<DueOutcome> EndAsync(DueWork work, CancellationToken cancellationToken) =>
        ends.RunAsync(work, PunishmentKind.Ban, LiftAsync, (_, _) => Task.CompletedTask, cancellationToken);

    private async Task ReviewAsync(DueWork work, CancellationToken cancellationToken)
    {
        var (guild, user) = ModerationWork.Read(work.Key);
        if (await cases.FindPunishmentAsync(guild, user, PunishmentKind.Ban, cancellationToken) is { EndsAt: { } end } ban && end <= time.GetUtcNow())
            await review.RunAsync(ban, cancellationToken);
    }

    private async Task LiftAsync(Punishment ban, CancellationToken cancellationToken)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"The ban of case {ban.CaseNumber} is over.");
        try
        {
            await rest.Guilds.UnbanAsync(ban.GuildId, ban.UserId, reason, cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownBan)
        {
            // Somebody was quicker, or this very work before a kill.
            return;
        }
    }
}
