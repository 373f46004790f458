using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;

namespace Vexera.Core.State;

/// <summary>The guilds the bot is in, as last seen.</summary>
internal interface IGuildStates
{
    /// <summary>How many guilds the bot is in, those in an outage included.</summary>
    int Count { get; }

    /// <summary>How many of them Discord has listed and not sent yet. Counted anew at each call, in milliseconds for 300,000.</summary>
    int CountAwaited();

    /// <summary>The guild's state if it is in memory, without waiting. When it is not, ask <see cref="FindAsync"/>: the bot may well be in the guild.</summary>
    bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildState? state);

    /// <summary>The guild's state: from memory, else from the database, else from Discord; asked once for all who wait. Null when the bot is not in the guild.</summary>
    ValueTask<GuildState?> FindAsync(Snowflake guildId, CancellationToken cancellationToken);
}
