using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Components.Confirmations;

/// <summary>A question before something is done.</summary>
/// <param name="Question">What will be done, as a question that Yes and No answer.</param>
/// <param name="Payload">What is to be done, in the command's own format; any length.</param>
internal sealed record Confirmation(Text Question, string Payload)
{
    /// <summary>The longest a question can stand: Discord lets an answer to an interaction be changed for 15 minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(14);

    /// <summary>How long the question stands, 1 second to 14 minutes.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(2);
}
