using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Components.Confirmations;

/// <summary>A question as it is kept.</summary>
internal sealed record ConfirmationRow
{
    /// <summary>The message or interaction that called the command.</summary>
    public required Snowflake Cause { get; init; }

    /// <summary>The command's full name.</summary>
    public required string Command { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Payload { get; init; }

    /// <summary>How the command was called.</summary>
    public required CommandForm Form { get; init; }

    /// <summary>What stood before the command's name.</summary>
    public required string Prefix { get; init; }

    /// <summary>The language of the question.</summary>
    public required string Culture { get; init; }

    /// <summary>Where it stands.</summary>
    public required Snowflake ChannelId { get; init; }

    /// <summary>Until when it can be answered.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The interaction that answered it; null while none has.</summary>
    public Snowflake? AnsweredBy { get; init; }

    /// <summary>Whether what the answer asked for has ended.</summary>
    public bool IsDone { get; init; }

    /// <summary>Where the question can be changed; null while that is not known.</summary>
    public SentReply? Place { get; init; }
}
