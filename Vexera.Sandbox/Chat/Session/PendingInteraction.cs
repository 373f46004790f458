namespace Vexera.Sandbox.Chat.Session;

/// <summary>Something that the member used and the bot has not answered.</summary>
/// <param name="Nonce">The page's own name for it, which comes back with every answer.</param>
/// <param name="Channel">Where it was used.</param>
/// <param name="Label">How it reads: "/ping".</param>
/// <param name="Message">The message whose component it is.</param>
/// <param name="CustomId">That component.</param>
internal sealed record PendingInteraction(string Nonce, ulong Channel, string Label, ulong? Message = null, string? CustomId = null)
{
    /// <summary>Why it came to nothing; null while there is hope.</summary>
    public string? Failure { get; init; }
}
