using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Announcements;

/// <summary>What announcements say; the wording is in AnnouncementsText.resx.</summary>
internal static class AnnouncementsText
{
    private static readonly TextSet Set = new(typeof(AnnouncementsText));

    public static Text Category => Set.Plain();

    public static Text AnnounceDescription => Set.Plain();

    public static Text AnnounceDetails => Set.Plain();

    public static Text StatusDescription => Set.Plain();

    public static Text StatusDetails => Set.Plain();

    public static Text TextArgument => Set.Plain();

    public static Text ActionArgument => Set.Plain();

    public static Text EntryArgument => Set.Plain();

    public static Text ActionNeeded(string example) => Set.With([example]);

    public static Text HeadingOpen(string at) => Set.With([at]);

    public static Text HeadingResolved(string from, string to) => Set.With([from, to]);

    public static Text Entry(string at, string text) => Set.With([at, text]);

    public static Text EntryResolved(string at) => Set.With([at]);

    public static Text EntryResolvedWith(string at, string text) => Set.With([at, text]);

    public static Text EntriesLeftOut(int entries) => Set.With([entries]);

    public static Text Empty => Set.Plain();

    public static Text TooLong(int longest) => Set.With([longest]);

    public static Text IncidentIsOpen(string title, string since) => Set.With([title, since]);

    public static Text NoIncident => Set.Plain();

    public static Text NoIncidentNow => Set.Plain();

    public static Text NothingWaits => Set.Plain();

    public static Text Headline(long number, string text, string at) => Set.With([number, text, at]);

    public static Text Published(string channel) => Set.With([channel]);

    public static Text Changed(string channel) => Set.With([channel]);

    public static Text PostedAndWaits(string channel, int most, string at) => Set.With([channel, most, at]);

    public static Text NotPosted(Text problem) => Set.With([problem]);

    public static Text NotChanged(string channel, Text problem) => Set.With([channel, problem]);

    public static Text NotPublished(string channel, Text problem) => Set.With([channel, problem]);

    public static Text UnderWay(string until) => Set.With([until]);

    public static Text Kept(string until) => Set.With([until]);

    public static Text GivenUp => Set.Plain();

    public static Text NotWritten(string problem) => Set.With([problem]);

    public static Text NoChannelSet(string setting) => Set.With([setting]);

    public static Text ChannelMissing(string channel, string setting) => Set.With([channel, setting]);

    public static Text NotAnnouncementChannel(string channel, string setting) => Set.With([channel, setting]);

    public static Text NoPermission(string channel) => Set.With([channel]);

    public static Text TokenRefused => Set.Plain();

    public static Text Unreachable => Set.Plain();

    public static Text Refused(string detail) => Set.With([detail]);

    public static Text MessageGone => Set.Plain();

    public static Text Unsure(string channel) => Set.With([channel]);

    public static Text NotYet => Set.Plain();
}
