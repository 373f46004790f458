namespace Vexera.Core.Dispatch;

/// <summary>
/// What is dropped when handlers fall behind, and in which order. State is never affected: it is changed before an event is
/// queued. What is not listed is never dropped: when the queue is full, it waits, and with it the reading from Discord. That
/// goes for everything that may carry a command (messages, interactions) or concern moderation (edits, members, bans, the
/// audit log, roles, channels, guilds).
/// </summary>
internal static class SheddingOrder
{
    /// <summary>Higher than any fill: never dropped.</summary>
    public const double Never = double.PositiveInfinity;

    /// <summary>From the first to go to the last: from how full a queue on, 0 to 1, and which events.</summary>
    private static readonly (double From, string[] Events)[] Steps =
    [
        (0.50, ["TYPING_START", "PRESENCE_UPDATE"]),
        (0.70,
        [
            "VOICE_STATE_UPDATE", "VOICE_CHANNEL_EFFECT_SEND", "CHANNEL_PINS_UPDATE",
            "MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE",
            "GUILD_SCHEDULED_EVENT_USER_ADD", "GUILD_SCHEDULED_EVENT_USER_REMOVE",
        ]),
        (0.90,
        [
            "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "MESSAGE_REACTION_REMOVE_ALL", "MESSAGE_REACTION_REMOVE_EMOJI",
            "MESSAGE_DELETE", "MESSAGE_DELETE_BULK",
        ]),
    ];

    /// <summary>From how full a queue on an event is dropped; <see cref="Never"/> for most.</summary>
    /// <param name="name">Discord's name of the event.</param>
    public static double DroppedFrom(string name)
    {
        foreach (var (from, events) in Steps)
        {
            if (events.Contains(name, StringComparer.Ordinal))
                return from;
        }

        return Never;
    }
}
