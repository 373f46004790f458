using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Announcements;

/// <summary><c>announce [text]</c>: posts in the announcement channel and publishes it; without a text shows what waits.</summary>
internal sealed class AnnounceCommand(IAnnouncer announcer, AnnouncementAnswers answers) : ICommand
{
    private const int Longest = AnnouncementContent.LongestAnnouncement;
    private static readonly Argument<string> Said =
        new("text", AnnouncementsText.TextArgument, new TextArgument("Maintenance on Sunday at 10:00 UTC", Longest, takesTheRest: true), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "announce",
        Category = AnnouncementsModule.Category,
        Description = AnnouncementsText.AnnounceDescription,
        Details = AnnouncementsText.AnnounceDetails,
        Arguments = [Said],
        Examples = ["Maintenance on Sunday at 10:00 UTC", ""],
        OwnerOnly = true,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            return context.Arguments.TryGet(Said, out var text)
                ? answers.Of(context, await announcer.AnnounceAsync(text, AnnouncementAnswers.Author(context), cancellationToken), Longest)
                : answers.Pending(context, await announcer.PendingAsync(cancellationToken));
        }
        catch (StorageException e)
        {
            return context.Say(AnnouncementsText.NotWritten(InlineCode.Of(e.Problem.ToString())));
        }
    }
}
