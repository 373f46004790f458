using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Replies;

/// <summary>Where an answer stands, for changing it later.</summary>
/// <param name="MessageId">The message in its channel, which the bot can edit at any time; null for the answer to an interaction.</param>
/// <param name="ApplicationId">For the answer to an interaction: the application.</param>
/// <param name="Token">For the answer to an interaction: the secret for editing it within 15 minutes. Never logged.</param>
internal sealed record SentReply(Snowflake? MessageId, Snowflake? ApplicationId = null, string? Token = null)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => $"SentReply {MessageId}";
}
