using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Replies;

/// <summary>The messages that an answer takes.</summary>
internal static class ReplyParts
{
    /// <summary>The most messages of one answer; what is beyond them is left out, and the last one ends with "…".</summary>
    public const int Most = 10;

    /// <summary>The messages, in order; what stands under the text is under the last.</summary>
    public static IReadOnlyList<OutgoingMessage> Of(Reply reply)
    {
        var texts = MessageSplitter.Split(reply.Content);
        var flags = reply.Ephemeral ? OutgoingMessage.Ephemeral : (int?)null;
        if (texts.Count > Most)
            texts = [.. texts.Take(Most - 1), MessageSplitter.Split(texts[Most - 1], MessageSplitter.Limit - 2)[0] + "\n…"];
        var last = new OutgoingMessage
        {
            Content = texts.Count > 0 ? texts[^1] : null,
            Embeds = reply.Embeds.Count > 0 ? reply.Embeds : null,
            Components = reply.Components.Count > 0 ? reply.Components : null,
            Files = reply.Files,
            Flags = flags,
        };
        return [.. texts.SkipLast(1).Select(text => new OutgoingMessage { Content = text, Flags = flags }), last];
    }
}
