using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Rest;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>Asks Discord to do what an intent says.</summary>
internal sealed class DiscordActions(IDiscordRest rest)
{
    /// <summary>Has it done.</summary>
    /// <param name="intent">What.</param>
    /// <param name="deleteMessages">How far back messages are deleted with a ban: 0 to 7 days.</param>
    /// <param name="cancellationToken">Ends the wait; it may be done all the same.</param>
    /// <exception cref="DiscordRestException">Discord refused: nothing was done. But not after the first half of a softban.</exception>
    /// <exception cref="RestBudgetException">It was not asked.</exception>
    /// <exception cref="DiscordUnreachableException">Nobody knows.</exception>
    public Task DoAsync(Intent intent, TimeSpan deleteMessages, CancellationToken cancellationToken)
    {
        var (guild, target, reason) = (intent.GuildId, intent.TargetId, ReasonOf(intent));
        return intent.Type switch
        {
            CaseType.Mute => rest.Guilds.TimeOutMemberAsync(guild, target, MuteWindow.Until(intent.MadeAt, intent.EndsAt), reason, cancellationToken),
            CaseType.Unmute => rest.Guilds.TimeOutMemberAsync(guild, target, null, reason, cancellationToken),
            CaseType.Kick => rest.Guilds.KickMemberAsync(guild, target, reason, cancellationToken),
            CaseType.Ban => rest.Guilds.BanAsync(guild, target, deleteMessages, reason, cancellationToken),
            CaseType.Softban => SoftbanAsync(intent, deleteMessages, cancellationToken),
            CaseType.Unban => rest.Guilds.UnbanAsync(guild, target, reason, cancellationToken),
            CaseType.VoiceKick => rest.Guilds.DisconnectMemberAsync(guild, target, reason, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(intent), intent.Type, "A warning needs no Discord."),
        };
    }

    /// <summary>The second half of a softban; that there is no ban any more is as good.</summary>
    public async Task LiftSoftbanAsync(Intent intent, CancellationToken cancellationToken)
    {
        try
        {
            await rest.Guilds.UnbanAsync(intent.GuildId, intent.TargetId, ReasonOf(intent), cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownBan)
        {
            return;
        }
    }

    /// <summary>The reason in Discord's audit log.</summary>
    public static string ReasonOf(Intent intent) => AuditReason.Of(intent.ModeratorId, intent.ModeratorName, intent.Reason);

    // Once the ban is there, what goes wrong leaves it open, until the ban is lifted.
    private async Task SoftbanAsync(Intent intent, TimeSpan deleteMessages, CancellationToken cancellationToken)
    {
        await rest.Guilds.BanAsync(intent.GuildId, intent.TargetId, deleteMessages, ReasonOf(intent), cancellationToken);
        try
        {
            await LiftSoftbanAsync(intent, cancellationToken);
        }
        catch (Exception e) when (e is DiscordRestException or RestBudgetException)
        {
            throw new DiscordUnreachableException("softban", "banned, and not unbanned yet", e);
        }
    }
}
