using System.Globalization;
using System.Text.RegularExpressions;

namespace Vexera.Sandbox.Chat.Markdown;

/// <summary>Inline things that have no inside of their own: code, mentions, timestamps, custom emoji, links.</summary>
internal sealed partial class InlineToken(IMentionNames names, TimestampFormat timestamps)
{
    /// <summary>The thing that begins at a place, as HTML, with the length of its text; null for none.</summary>
    public (string Html, int Length)? Read(string text, int at) => text[at] switch
    {
        '`' => Code(text, at),
        '<' => Angle(text, at),
        '@' => Everyone(text, at),
        'h' => Address().Match(text, at) is { Success: true } m && m.Index == at ? (Link(m.Value, m.Value), m.Length) : null,
        '[' => Masked().Match(text, at) is { Success: true } m && m.Index == at ? (Link(m.Groups["url"].Value, m.Groups["text"].Value), m.Length) : null,
        _ => null,
    };

    private static (string, int)? Code(string text, int at)
    {
        var ticks = text.AsSpan(at).StartsWith("``") ? 2 : 1;
        var length = text.AsSpan(at + ticks).IndexOf(text.AsSpan(at, ticks));
        if (length <= 0) return null;
        var code = text.Substring(at + ticks, length);
        return ($"<code>{Html.Escape(ticks == 2 ? code.Trim() : code)}</code>", length + ticks * 2);
    }

    private (string, int)? Angle(string text, int at)
    {
        var length = text.AsSpan(at, Math.Min(100, text.Length - at)).IndexOf('>') + 1;
        if (length == 0) return null;
        var token = text.Substring(at, length);
        var html = Mention().Match(token) is { Success: true } m ? Mentioned(m)
            : Time().Match(token) is { Success: true } t ? timestamps.ToHtml(long.Parse(t.Groups["at"].Value, CultureInfo.InvariantCulture), t.Groups["style"].ValueSpan)
            : Address().Match(token, 1) is { Success: true, Index: 1 } a && a.Length == length - 2 ? Link(a.Value, a.Value)
            : null;
        return html is null ? null : (html, length);
    }

    private string Mentioned(Match match)
    {
        if (match.Groups["emoji"] is { Success: true } emoji) return $"""<span class="emoji">:{Html.Escape(emoji.Value)}:</span>""";
        if (match.Groups["command"] is { Success: true } command) return Chip("/" + command.Value);
        _ = ulong.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        return match.Groups["kind"].Value switch
        {
            "#" => Chip("#" + (names.Channel(id) ?? "unknown-channel")),
            "@&" => names.Role(id) is var (name, colour) ? Chip("@" + name, colour) : Chip("@deleted-role"),
            _ => Chip("@" + (names.User(id) ?? "unknown-user")),
        };
    }

    private static (string, int)? Everyone(string text, int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["@everyone", "@here"])
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return (Chip(word), word.Length);
        return null;
    }

    private static string Chip(string text, int colour = 0)
    {
        var style = colour == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" style=\"--role:#{colour & 0xFFFFFF:x6}\"");
        return $"""<span class="mention"{style}>{Html.Escape(text)}</span>""";
    }

    private static string Link(string url, string text) =>
        $"""<a href="{Html.Escape(url)}" target="_blank" rel="noopener noreferrer">{Html.Escape(text)}</a>""";

    [GeneratedRegex("^<(?:(?<kind>@!|@&|@|#)(?<id>[0-9]{1,20})|a?:(?<emoji>[A-Za-z0-9_]{1,32}):[0-9]{1,20}|/(?<command>[^<>:\n]{1,96}):[0-9]{1,20})>$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex("^<t:(?<at>-?[0-9]{1,17})(?::(?<style>[tTdDfFRsS]))?>$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"\Ghttps?://[^\s<>""'`|*\[\]()]*[^\s<>""'`|*\[\]().,;:!?_~]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\G\[(?<text>[^\[\]\n]{1,200})\]\((?<url>https?://[^\s<>""'()]{1,1000})\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Masked();
}
