using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Moderation.Cleaning;

/// <summary>Which messages are to be deleted.</summary>
internal enum CleanKind
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those of bots and webhooks.</summary>
    Bots,

    /// <summary>Those with a link.</summary>
    Links,

    /// <summary>Those with a file.</summary>
    Attachments,

    /// <summary>Those that contain a text, in any case.</summary>
    Contains,
}

/// <summary>What is to be deleted.</summary>
/// <param name="ChannelId">Where.</param>
/// <param name="Before">The invocation: it and what came after stay.</param>
/// <param name="Amount">How many, 1 to 1,000.</param>
/// <param name="Author">Only of this person; null for anybody.</param>
/// <param name="Kind">Which.</param>
/// <param name="Text">For <see cref="CleanKind.Contains"/>, what.</param>
/// <param name="Reason">For the audit log.</param>
internal sealed record CleanRequest(
    Snowflake ChannelId, Snowflake Before, int Amount, Snowflake? Author, CleanKind Kind, string? Text, string Reason)
{
    /// <summary>Whether a message is meant.</summary>
    public bool Wants(Message message) => (Author is null || message.Author.Id == Author) && Kind switch
    {
        CleanKind.Bots => message.Author.Bot,
        CleanKind.Links => message.Content.Contains("https://", StringComparison.OrdinalIgnoreCase)
            || message.Content.Contains("http://", StringComparison.OrdinalIgnoreCase),
        CleanKind.Attachments => message.Attachments.Count > 0,
        CleanKind.Contains => message.Content.Contains(Text!, StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}

/// <summary>What came of it.</summary>
/// <param name="Deleted">How many are deleted.</param>
/// <param name="Pinned">How many were meant, and stay because they are pinned.</param>
/// <param name="TooOld">How many were meant, and stay because they are older than 14 days.</param>
internal sealed record CleanOutcome(int Deleted, int Pinned, int TooOld)
{
    /// <summary>Why it ended early; null when it did not.</summary>
    public Actions.DiscordProblem? Problem { get; init; }

    /// <summary>Whether Discord stopped answering.</summary>
    public bool WasLost { get; init; }
}
