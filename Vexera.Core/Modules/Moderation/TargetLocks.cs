using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Moderation;

/// <summary>One thing at a time is done to each member of each guild; others wait for their turn.</summary>
internal sealed class TargetLocks : KeyedTurns<(Snowflake Guild, Snowflake Target)>
{
    /// <summary>Waits for one's turn, in the order of asking.</summary>
    /// <returns>Dispose it to end the turn.</returns>
    public Task<IDisposable> EnterAsync(Snowflake guildId, Snowflake targetId, CancellationToken cancellationToken) =>
        EnterAsync((guildId, targetId), cancellationToken);
}
