using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Announcements;

/// <summary>How far an announcement has come, in words: what was done, what was not, why, and what happens next.</summary>
/// <param name="options">Which channel is set, and how long is tried again.</param>
internal sealed class AnnouncementWording(IOptionsMonitor<AnnouncementsOptions> options)
{
    private static readonly string Setting = InlineCode.Of($"Modules:{AnnouncementsModule.ModuleName}:{nameof(AnnouncementsOptions.ChannelId)}");

    /// <summary>The lines.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="longest">The most characters that were allowed.</param>
    /// <param name="show">How instants and channels are shown.</param>
    public IEnumerable<Text> Of(AnnouncementOutcome outcome, int longest, AnnouncementNotation show) => outcome switch
    {
        { Refusal: AnnouncementRefusal.Empty } => [AnnouncementsText.Empty],
        { Refusal: AnnouncementRefusal.TooLong } => [AnnouncementsText.TooLong(longest)],
        { Refusal: AnnouncementRefusal.IncidentIsOpen, Announcement: { } open } =>
            [AnnouncementsText.IncidentIsOpen(InlineCode.Of(open.Entries[0].Text), show.Instant(open.Entries[0].At))],
        { Refusal: not AnnouncementRefusal.None } => [AnnouncementsText.NoIncident],
        { Announcement: { } one, IsUnderWay: true } => [AnnouncementsText.UnderWay(show.Instant(GivenUpAt(one)))],
        { Announcement: { } one } => Of(one, show),
        _ => [AnnouncementsText.NoIncident],
    };

    /// <summary>The lines about one of them.</summary>
    public IEnumerable<Text> Of(Announcement one, AnnouncementNotation show)
    {
        var channel = one.MessageId is null && options.CurrentValue.ChannelId is { } set ? show.Channel(set) : show.Channel($"{one.ChannelId}");
        if (one is { MessageId: not null, PublishedAt: null, Problem: AnnouncementProblem.HourlyLimit })
        {
            yield return AnnouncementsText.PostedAndWaits(channel, PublishingHours.Most, show.Instant(one.NextTryAt));
            yield break;
        }

        if (one is { IsShown: true, PublishedAt: not null, Problem: AnnouncementProblem.None })
        {
            yield return one.Entries.Count == 1 ? AnnouncementsText.Published(channel) : AnnouncementsText.Changed(channel);
            yield break;
        }

        var problem = Of(one.Problem, one.Detail, channel);
        yield return one switch
        {
            { MessageId: null } => AnnouncementsText.NotPosted(problem),
            { IsShown: false } => AnnouncementsText.NotChanged(channel, problem),
            _ => AnnouncementsText.NotPublished(channel, problem),
        };
        yield return one.OverAt is null ? AnnouncementsText.Kept(show.Instant(GivenUpAt(one))) : AnnouncementsText.GivenUp;
    }

    private static Text Of(AnnouncementProblem problem, string? detail, string channel) => problem switch
    {
        AnnouncementProblem.NoChannelSet => AnnouncementsText.NoChannelSet(Setting),
        AnnouncementProblem.ChannelMissing => AnnouncementsText.ChannelMissing(channel, Setting),
        AnnouncementProblem.NotAnnouncementChannel => AnnouncementsText.NotAnnouncementChannel(channel, Setting),
        AnnouncementProblem.NoPermission => AnnouncementsText.NoPermission(channel),
        AnnouncementProblem.TokenRefused => AnnouncementsText.TokenRefused,
        AnnouncementProblem.Unreachable => AnnouncementsText.Unreachable,
        AnnouncementProblem.MessageGone => AnnouncementsText.MessageGone,
        AnnouncementProblem.Unsure => AnnouncementsText.Unsure(channel),
        AnnouncementProblem.Refused => AnnouncementsText.Refused(InlineCode.Of(detail ?? "")),
        _ => AnnouncementsText.NotYet,
    };

    private DateTimeOffset GivenUpAt(Announcement one) => one.Entries[^1].At + options.CurrentValue.RetryFor;
}

/// <summary>How a place of output shows instants and channels.</summary>
/// <param name="Instant">An instant.</param>
/// <param name="Channel">A channel's id.</param>
internal sealed record AnnouncementNotation(Func<DateTimeOffset, string> Instant, Func<string, string> Channel);
