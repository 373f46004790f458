using System.Globalization;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Announcements;

/// <summary>The text of the message: what was written, for an incident its whole course.</summary>
internal static class AnnouncementContent
{
    /// <summary>The most characters of one text of an incident: the first and the last always fit into one message.</summary>
    public const int LongestEntry = 900;

    /// <summary>The most characters of an announcement.</summary>
    public const int LongestAnnouncement = MessageSplitter.Limit;

    /// <summary>
    /// The text, at most 2,000 characters. Where the course of an incident is longer, its first entry and as many of the last as
    /// fit are shown, with the number of those left out between them.
    /// </summary>
    public static string Of(AnnouncementKind kind, IReadOnlyList<AnnouncementEntry> entries)
    {
        if (kind == AnnouncementKind.Announcement)
            return entries[0].Text;
        string[] lines = [.. entries.Select(Line)];
        var heading = Heading(entries);
        for (var leftOut = 0; ; leftOut++)
        {
            string[] shown = leftOut == 0
                ? [heading, .. lines]
                : [heading, lines[0], Say(AnnouncementsText.EntriesLeftOut(leftOut)), .. lines.Skip(1 + leftOut)];
            var text = string.Join('\n', shown);
            if (text.Length <= MessageSplitter.Limit || leftOut >= lines.Length - 2)
                return text;
        }
    }

    private static string Heading(IReadOnlyList<AnnouncementEntry> entries) => entries[^1].Kind == EntryKind.Resolve
        ? Say(AnnouncementsText.HeadingResolved(Timestamp.At(entries[0].At), Timestamp.At(entries[^1].At)))
        : Say(AnnouncementsText.HeadingOpen(Timestamp.At(entries[0].At)));

    private static string Line(AnnouncementEntry entry)
    {
        var at = Timestamp.At(entry.At);
        if (entry.Kind != EntryKind.Resolve)
            return Say(AnnouncementsText.Entry(at, entry.Text));
        return Say(entry.Text.Length == 0 ? AnnouncementsText.EntryResolved(at) : AnnouncementsText.EntryResolvedWith(at, entry.Text));
    }

    // Every server that follows reads the same message.
    private static string Say(Text text) => text.In(CultureInfo.InvariantCulture);
}
