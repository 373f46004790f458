using System.Globalization;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Modules.Moderation.Ends;

/// <summary>Closes mutes whose time is over, which Discord ends by itself, and renews those that are longer than Discord allows.</summary>
internal sealed class MuteHandler(IDiscordRest rest, PunishmentEnds ends, TimeProvider time) : IDueWorkHandler
{
    /// <inheritdoc/>
    public string Kind => ModerationWork.MuteKind;

    /// <inheritdoc/>
    public Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken) =>
        ends.RunAsync(work, PunishmentKind.Mute, (_, _) => Task.CompletedTask, ApplyAsync, cancellationToken);

    /// <summary>Times the member out for as long as Discord allows; somebody who left gets it when they come back.</summary>
    public async Task ApplyAsync(Punishment mute, CancellationToken cancellationToken)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"The mute of case {mute.CaseNumber} goes on.");
        try
        {
            await rest.Guilds.TimeOutMemberAsync(
                mute.GuildId, mute.UserId, MuteWindow.Until(time.GetUtcNow(), mute.EndsAt), reason, cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code is DiscordErrorCodes.UnknownMember or DiscordErrorCodes.UnknownUser)
        {
            return;
        }
    }
}
