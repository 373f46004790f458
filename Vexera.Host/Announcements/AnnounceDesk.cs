using System.Globalization;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Modules;
using Vexera.Core.Modules.Announcements;
using Vexera.Host.Cli;

namespace Vexera.Host.Announcements;

/// <summary>Does what the operator wants said, in the bot's process or in one that has its database meanwhile.</summary>
/// <param name="announcer">Says it.</param>
/// <param name="incidents">The open incident.</param>
/// <param name="delivery">Waited for where the process ends after the answer.</param>
/// <param name="wording">The words.</param>
/// <param name="switches">Whether the module is on.</param>
internal sealed class AnnounceDesk(
    IAnnouncer announcer, IIncidents incidents, AnnouncementDelivery delivery, AnnouncementWording wording, ISwitchboard switches)
{
    /// <summary>Who speaks on the command line.</summary>
    public static readonly AnnouncementAuthor CommandLine = new("command line");

    private static readonly AnnouncementNotation Terminal = new(
        at => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture), channel => $"#{channel}");

    /// <summary>What became of something that was said, for the operator.</summary>
    public IReadOnlyList<string> Tell(Announcement one) => Lines(wording.Of(one, Terminal));

    /// <summary>Does it.</summary>
    /// <param name="request">What to say.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="waits">Whether to wait until Discord has answered, however long; else the process goes on with it.</param>
    /// <param name="cancellationToken">Ends the wait; what is written down stays.</param>
    /// <exception cref="Vexera.Core.Storage.StorageException">The database cannot be used; nothing was said.</exception>
    public async Task<AnnounceReply> AnswerAsync(
        AnnounceRequest request, AnnouncementAuthor by, bool waits, CancellationToken cancellationToken)
    {
        if (switches.Find(SwitchKind.Module, AnnouncementsModule.ModuleName) is { IsOn: false } off)
        {
            return new AnnounceReply(
                ExitCode.BadConfiguration, [off.IsOnInSettings ? CliText.AnnounceOffByOwner : CliText.AnnounceOffInSettings], IsWritten: false, IsPending: false);
        }

        var outcome = request.Action switch
        {
            AnnounceAction.Open => await incidents.OpenAsync(request.Text, by, cancellationToken),
            AnnounceAction.Update => await incidents.UpdateAsync(request.Text, by, cancellationToken),
            AnnounceAction.Resolve => await incidents.ResolveAsync(request.Text, by, cancellationToken),
            _ => await announcer.AnnounceAsync(request.Text, by, cancellationToken),
        };
        if (waits && outcome is { IsUnderWay: true, Announcement: { } one })
            outcome = outcome with { IsUnderWay = false, Announcement = await delivery.DeliverAsync(one.Number, cancellationToken) };
        var longest = request.Action == AnnounceAction.Announce ? AnnouncementContent.LongestAnnouncement : AnnouncementContent.LongestEntry;
        return new AnnounceReply(
            ExitCodeOf(outcome),
            Lines(wording.Of(outcome, longest, Terminal)),
            outcome.Refusal == AnnouncementRefusal.None,
            outcome.Refusal == AnnouncementRefusal.None && outcome.Announcement is { IsPending: true });
    }

    private static IReadOnlyList<string> Lines(IEnumerable<Text> lines) => [.. lines.Select(line => line.In(CultureInfo.CurrentCulture))];

    private static int ExitCodeOf(AnnouncementOutcome outcome) => outcome switch
    {
        { Refusal: not AnnouncementRefusal.None } => ExitCode.WrongUsage,
        { Announcement.Problem: AnnouncementProblem.TokenRefused } => ExitCode.Refused,
        { IsUnderWay: true } or { Announcement.Problem: AnnouncementProblem.Unreachable } => ExitCode.Unreachable,
        { Announcement.Problem: AnnouncementProblem.None or AnnouncementProblem.HourlyLimit } => ExitCode.Fine,
        _ => ExitCode.BadConfiguration,
    };
}
