using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Replies;

/// <summary>
/// What a command answers. Nobody is pinged by it. What is longer than a message may be becomes pages to leaf through, or a file.
/// </summary>
/// <param name="Content">The text, with Discord's markdown; empty where embeds or files say everything.</param>
internal sealed record Reply(string Content)
{
    /// <summary>Whether only the caller of the slash form sees it.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Cards under the text, of any length: what is too long for one is carried on in the next.</summary>
    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    /// <summary>Buttons and selects under it, at most 5 rows; 4 where the text may take several pages.</summary>
    public IReadOnlyList<ActionRow> Components { get; init; } = [];

    /// <summary>Files that go along, at most 10.</summary>
    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>Told where the answer stands once it was sent; null when nobody wants to know.</summary>
    public Func<SentReply, CancellationToken, Task>? WhenSent { get; init; }
}
