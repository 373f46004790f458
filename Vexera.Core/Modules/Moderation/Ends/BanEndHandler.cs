using System.Globalization;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Modules.Moderation.Ends;

/// <summary>Lifts bans whose time is over, each only if the case that set its end is the one that holds.</summary>
internal sealed class BanEndHandler(IDiscordRest rest, PunishmentEnds ends) : IDueWorkHandler
{
    /// <inheritdoc/>
    public string Kind => ModerationWork.BanKind;

    /// <inheritdoc/>
    public Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken) =>
        ends.RunAsync(work, PunishmentKind.Ban, LiftAsync, (_, _) => Task.CompletedTask, cancellationToken);

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
