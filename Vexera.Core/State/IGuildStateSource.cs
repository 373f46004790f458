using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State;

/// <summary>Where a guild's state comes from when memory has dropped it.</summary>
internal interface IGuildStateSource
{
    /// <summary>Asks for a guild anew. Null when the bot is not in it. Failures of the source are the caller's to see.</summary>
    Task<GuildSnapshot?> FetchAsync(Snowflake guildId, CancellationToken cancellationToken);
}

/// <summary>A guild as Discord's HTTP API tells it.</summary>
/// <param name="Guild">The guild with its roles.</param>
/// <param name="Channels">Its channels and active threads.</param>
/// <param name="Self">The bot's own membership.</param>
internal sealed record GuildSnapshot(Guild Guild, IReadOnlyList<Channel> Channels, Member Self);
