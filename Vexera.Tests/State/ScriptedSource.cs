using Vexera.Core.Discord;
using Vexera.Core.State;

namespace Vexera.Tests.State;

/// <summary>Answers for guilds as the test says, and counts how often it was asked.</summary>
internal sealed class ScriptedSource : IGuildStateSource
{
    public Func<Snowflake, Task<GuildSnapshot?>> Answer { get; set; } = _ => Task.FromResult<GuildSnapshot?>(null);

    public int Asked { get; private set; }

    public Task<GuildSnapshot?> FetchAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        Asked++;
        return Answer(guildId);
    }
}
