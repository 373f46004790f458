using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Replies;

/// <summary>An embed as plain text, for channels where the bot may not show embeds.</summary>
internal static class EmbedText
{
    /// <summary>The same in Discord's markdown, of any length.</summary>
    public static string Of(Embed embed)
    {
        var lines = new List<string>();
        if (!string.IsNullOrWhiteSpace(embed.Title))
            lines.Add($"**{embed.Title}**");
        if (!string.IsNullOrWhiteSpace(embed.Description))
            lines.Add(embed.Description);
        lines.AddRange((embed.Fields ?? []).Select(field => $"**{field.Name}**: {field.Value}"));
        if (!string.IsNullOrWhiteSpace(embed.Footer?.Text))
            lines.Add($"-# {embed.Footer.Text}");
        return string.Join('\n', lines);
    }
}
