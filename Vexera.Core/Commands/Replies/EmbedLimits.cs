using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Replies;

/// <summary>
/// Makes embeds of any length keep Discord's limits: what is too long is carried on in the next field, embed or message.
/// Source: https://discord.com/developers/docs/resources/message#embed-object-embed-limits.
/// </summary>
internal static class EmbedLimits
{
    /// <summary>The most characters of a title and of a field's name.</summary>
    public const int Title = 256;

    /// <summary>The most characters of a description.</summary>
    public const int Description = 4096;

    /// <summary>The most fields of one embed.</summary>
    public const int Fields = 25;

    /// <summary>The most characters of a field's value.</summary>
    public const int Value = 1024;

    /// <summary>The most characters of a footer.</summary>
    public const int Footer = 2048;

    /// <summary>The most characters of all embeds of a message together.</summary>
    public const int Total = 6000;

    /// <summary>The most embeds of a message.</summary>
    public const int Embeds = 10;

    // What Discord takes for a text that shows nothing.
    private const string Nothing = "\u200b";

    /// <summary>The embeds of each message, in order; none when there is nothing to show.</summary>
    public static IReadOnlyList<IReadOnlyList<Embed>> Fit(IEnumerable<Embed> embeds)
    {
        var messages = new List<IReadOnlyList<Embed>>();
        var message = new List<Embed>();
        var length = 0;
        foreach (var embed in embeds.SelectMany(Split))
        {
            var more = LengthOf(embed);
            if (message.Count > 0 && (message.Count == Embeds || length + more > Total))
            {
                messages.Add(message);
                (message, length) = ([], 0);
            }

            message.Add(embed);
            length += more;
        }

        return message.Count == 0 ? messages : [.. messages, message];
    }

    /// <summary>How many characters count towards <see cref="Total"/>.</summary>
    public static int LengthOf(Embed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0)
        + (embed.Fields?.Sum(LengthOf) ?? 0);

    private static int LengthOf(EmbedField field) => field.Name.Length + field.Value.Length;

    private static IEnumerable<Embed> Split(Embed embed)
    {
        var parts = new List<Embed>();
        var texts = MessageSplitter.Split(embed.Description ?? "", Description);
        var title = Cut(embed.Title, Title);
        if (title is not null || texts.Count > 0)
            parts.Add(new Embed { Title = title, Description = texts.Count > 0 ? texts[0] : null, Color = embed.Color });
        parts.AddRange(texts.Skip(1).Select(text => new Embed { Description = text, Color = embed.Color }));
        foreach (var field in (embed.Fields ?? []).SelectMany(Split))
            Add(parts, field, embed.Color);
        return Cut(embed.Footer?.Text, Footer) is { } footer || embed.Timestamp is not null ? WithFoot(parts, embed, Cut(embed.Footer?.Text, Footer)) : parts;
    }

    private static IEnumerable<EmbedField> Split(EmbedField field)
    {
        var name = Cut(field.Name, Title) ?? Nothing;
        var values = MessageSplitter.Split(field.Value, Value);
        return values.Count == 0
            ? [new EmbedField(name, Nothing, field.Inline)]
            : values.Select((value, index) => new EmbedField(index == 0 ? name : Nothing, value, field.Inline));
    }

    private static void Add(List<Embed> parts, EmbedField field, int? color)
    {
        if (parts.Count == 0 || parts[^1].Fields?.Count >= Fields || LengthOf(parts[^1]) + LengthOf(field) > Total)
            parts.Add(new Embed { Color = color });
        parts[^1] = parts[^1] with { Fields = [.. parts[^1].Fields ?? [], field] };
    }

    private static List<Embed> WithFoot(List<Embed> parts, Embed embed, string? footer)
    {
        if (parts.Count == 0 || LengthOf(parts[^1]) + (footer?.Length ?? 0) > Total)
            parts.Add(new Embed { Color = embed.Color, Description = footer is null ? Nothing : null });
        parts[^1] = parts[^1] with { Footer = footer is null ? null : new EmbedFooter(footer), Timestamp = embed.Timestamp };
        return parts;
    }

    private static string? Cut(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : ShortText.Shorten(text, most);
}
