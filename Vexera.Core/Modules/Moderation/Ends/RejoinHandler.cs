using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;

namespace Vexera.Core.Modules.Moderation.Ends;

/// <summary>Who comes back while a mute holds is muted again, for what is left of it.</summary>
internal sealed class RejoinHandler(CaseStore cases, TargetLocks locks, MuteHandler mutes, ModerationWork work, TimeProvider time, ILogger<RejoinHandler> logger)
    : IEventHandler<GuildMemberAddEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<GuildMemberAddEvent> context, CancellationToken cancellationToken)
    {
        var (guild, member) = (context.Event.GuildId, context.Event.Member);
        if (member.User is not { } user || await FindAsync(guild, user.Id, cancellationToken) is null)
            return;
        using var turn = await locks.EnterAsync(guild, user.Id, cancellationToken);
        if (await FindAsync(guild, user.Id, cancellationToken) is not { } mute)
            return;
        try
        {
            await mutes.ApplyAsync(mute, cancellationToken);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            ModerationLog.NotReapplied(logger, e, guild);
            await work.SetAgainAsync(mute, cancellationToken);
        }
    }

    private async Task<Punishment?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken) =>
        await cases.FindPunishmentAsync(guild, user, PunishmentKind.Mute, cancellationToken) is { } mute && !(mute.EndsAt <= time.GetUtcNow()) ? mute : null;
}
