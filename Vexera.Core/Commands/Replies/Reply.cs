namespace Vexera.Core.Commands.Replies;

/// <summary>What a command answers. Nobody is pinged by it, and a long one becomes several messages.</summary>
/// <param name="Content">The text, with Discord's markdown.</param>
internal sealed record Reply(string Content)
{
    /// <summary>Whether only the caller of the slash form sees it.</summary>
    public bool Ephemeral { get; init; }
}
