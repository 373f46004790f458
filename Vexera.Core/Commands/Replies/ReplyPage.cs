using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Replies;

/// <summary>As much of an answer as one message takes.</summary>
/// <param name="Content">The text, at most 2,000 characters; may be empty.</param>
/// <param name="Embeds">The embeds, within Discord's limits.</param>
internal sealed record ReplyPage(string Content, IReadOnlyList<Embed> Embeds)
{
    /// <summary>The pages of an answer; one at least, which may be empty.</summary>
    public static IReadOnlyList<ReplyPage> Of(Reply reply)
    {
        var texts = MessageSplitter.Split(reply.Content);
        var embeds = EmbedLimits.Fit(reply.Embeds);
        return
        [
            .. texts.SkipLast(1).Select(text => new ReplyPage(text, [])),
            new ReplyPage(texts.Count > 0 ? texts[^1] : "", embeds.Count > 0 ? embeds[0] : []),
            .. embeds.Skip(1).Select(more => new ReplyPage("", more)),
        ];
    }

    /// <summary>The answer with this page's text and embeds in place of its own.</summary>
    public Reply In(Reply reply) => reply with { Content = Content, Embeds = Embeds };
}
