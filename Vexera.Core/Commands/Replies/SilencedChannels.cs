using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Replies;

/// <summary>Remembers in which channels the bot could not answer, so that each is logged once.</summary>
/// <param name="logger">Where to log.</param>
internal sealed class SilencedChannels(ILogger<SilencedChannels> logger)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<Snowflake, bool> _logged = [];

    /// <summary>An answer was dropped.</summary>
    /// <param name="channelId">Where.</param>
    /// <param name="guildId">The channel's guild, or null.</param>
    public void Dropped(Snowflake channelId, Snowflake? guildId)
    {
        if (_logged.Count >= Most)
            _logged.Clear();
        if (_logged.TryAdd(channelId, true))
            CommandsLog.CannotAnswer(logger, channelId, guildId);
    }
}
