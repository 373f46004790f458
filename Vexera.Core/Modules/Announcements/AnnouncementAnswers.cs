using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Announcements;

/// <summary>What both commands answer, in Discord's notation.</summary>
/// <param name="wording">The words.</param>
internal sealed class AnnouncementAnswers(AnnouncementWording wording)
{
    private static readonly AnnouncementNotation Discord = new(Timestamp.At, channel => $"<#{channel}>");

    /// <summary>Who calls, and by what.</summary>
    public static AnnouncementAuthor Author(CommandContext context) => new($"{context.User.Username} ({context.User.Id})", context.Cause.ToString());

    /// <summary>What came of it.</summary>
    public Reply Of(CommandContext context, AnnouncementOutcome outcome, int longest) =>
        context.Say(wording.Of(outcome, longest, Discord));

    /// <summary>What waits.</summary>
    public Reply Pending(CommandContext context, IReadOnlyList<Announcement> waiting) => waiting.Count == 0
        ? context.Say(AnnouncementsText.NothingWaits)
        : context.Say(waiting.SelectMany(Lines));

    /// <summary>The open incident.</summary>
    public Reply Incident(CommandContext context, Announcement? incident) => incident is null
        ? context.Say(AnnouncementsText.NoIncidentNow)
        : context.Say(Lines(incident));

    private IEnumerable<Text> Lines(Announcement one) => wording.Of(one, Discord)
        .Prepend(AnnouncementsText.Headline(one.Number, InlineCode.Of(one.Entries[0].Text), Timestamp.At(one.Entries[0].At)));
}
