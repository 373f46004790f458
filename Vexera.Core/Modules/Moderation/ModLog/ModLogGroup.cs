using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>A message of the mod log: the cases that share it, as they are now.</summary>
/// <param name="First">The number of the first of them; tells the guild's messages apart.</param>
/// <param name="Cases">The cases, by number.</param>
/// <param name="Due">For each of them how often it changed since the message showed it.</param>
internal sealed record ModLogGroup(long First, IReadOnlyList<Case> Cases, IReadOnlyList<long> Due)
{
    /// <summary>The channel it was begun for.</summary>
    public Snowflake ChannelId => Cases[0].LogChannelId!.Value;

    /// <summary>The message; null while it is not posted, or that is not known.</summary>
    public Snowflake? MessageId => Cases[0].LogMessageId;
}
