using System.Data.Common;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Greeting;

/// <summary>
/// Looks at each guild that becomes available. For a settled one, at boot, after an outage or a resume, that is a look into a
/// set. Runs with the module off too.
/// </summary>
internal sealed class ThanksHandler(ThanksLedger ledger, Thanks thanks, UndecidedThanks undecided) : IEventHandler<GuildCreateEvent>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<GuildCreateEvent> context, CancellationToken cancellationToken) =>
        context.GuildId is not { } guildId || ledger.IsSettled(guildId)
            ? ValueTask.CompletedTask
            : DecideAsync(guildId, context, cancellationToken);

    private async ValueTask DecideAsync(Snowflake guildId, EventContext<GuildCreateEvent> context, CancellationToken cancellationToken)
    {
        var joinedAt = context.After?.JoinedAt ?? context.Event.Guild.JoinedAt;
        try
        {
            await thanks.DecideAsync(guildId, joinedAt, context.After, cancellationToken);
        }
        catch (Exception e) when (joinedAt is not null && e is StorageException or DbException)
        {
            undecided.Note(guildId, joinedAt!.Value);
        }
    }
}
