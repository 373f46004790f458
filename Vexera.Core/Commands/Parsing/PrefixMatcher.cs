using System.Globalization;

namespace Vexera.Core.Commands.Parsing;

/// <summary>Tells whether a message speaks to the bot. Looks at the first characters only and allocates nothing.</summary>
internal static class PrefixMatcher
{
    /// <summary>Whether the text starts with the guild's prefix, in any case.</summary>
    /// <param name="content">The message.</param>
    /// <param name="prefix">The prefix, at least one character.</param>
    public static bool HasPrefix(string content, string prefix) =>
        content.Length > prefix.Length
        && content.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && !char.IsWhiteSpace(content[prefix.Length]);

    /// <summary>How many characters a mention of the bot takes at the start, <c>&lt;@id&gt;</c> or <c>&lt;@!id&gt;</c>; 0 for none.</summary>
    /// <param name="content">The message.</param>
    /// <param name="botId">The bot's account.</param>
    public static int MentionLength(string content, ulong botId)
    {
        if (content.Length < 4 || content[0] != '<' || content[1] != '@')
            return 0;
        var start = content[2] == '!' ? 3 : 2;
        var length = content.AsSpan(start).IndexOf('>');
        return length > 0
            && ulong.TryParse(content.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && id == botId
                ? start + length + 1
                : 0;
    }
}
