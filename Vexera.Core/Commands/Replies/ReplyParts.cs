namespace Vexera.Core.Commands.Replies;

/// <summary>The messages that an answer takes.</summary>
internal static class ReplyParts
{
    /// <summary>The most messages of one answer; what is beyond them is left out, and the last one ends with "…".</summary>
    public const int Most = 10;

    /// <summary>The messages, in order.</summary>
    public static IReadOnlyList<string> Of(Reply reply)
    {
        var parts = MessageSplitter.Split(reply.Content);
        if (parts.Count <= Most)
            return parts;
        var last = MessageSplitter.Split(parts[Most - 1], MessageSplitter.Limit - 2)[0];
        return [.. parts.Take(Most - 1), last + "\n…"];
    }
}
