using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>To whom something is to be done.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name; its id where that is all there is.</param>
/// <param name="IsMember">Whether it is in the guild.</param>
/// <param name="IsBot">Whether it belongs to an application, which takes no direct messages.</param>
/// <param name="TimedOutUntil">The end of its timeout, as far as is known.</param>
internal sealed record ActionTarget(Snowflake Id, string Name, bool IsMember, bool IsBot = false, DateTimeOffset? TimedOutUntil = null);

/// <summary>Who does something.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
internal sealed record ActionModerator(Snowflake Id, string Name);

/// <summary>Something to be done to somebody, allowed and sensible as far as the command could tell.</summary>
internal sealed record ActionRequest
{
    /// <summary>The guild.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>What.</summary>
    public required CaseType Type { get; init; }

    /// <summary>To whom.</summary>
    public required ActionTarget Target { get; init; }

    /// <summary>Who does it.</summary>
    public required ActionModerator Moderator { get; init; }

    /// <summary>Why; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>When a ban or mute is to end; null for never.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How far back messages are deleted with a ban: 0 to 7 days.</summary>
    public TimeSpan DeleteMessages { get; init; }

    /// <summary>The message or interaction that asks for it; null for an escalation.</summary>
    public Snowflake? CauseId { get; init; }

    /// <summary>The warning that set it off; null where a person asks.</summary>
    public long? EscalatedFrom { get; init; }
}
